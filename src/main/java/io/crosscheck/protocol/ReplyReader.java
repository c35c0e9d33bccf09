package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import io.crosscheck.operation.RefusalCode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Answers from JSON. */
final class ReplyReader {

  private static final List<String> KINDS =
      List.of("output", "refused", "unsupported", "failed", "description");

  private ReplyReader() {}

  static Reply read(JsonObject json) throws ProtocolException {
    long id = json.integer("id");
    List<String> kinds = KINDS.stream().filter(json::has).toList();
    if (kinds.size() != 1) {
      throw new ProtocolException(
          (kinds.isEmpty() ? "none" : String.join(" and ", kinds))
              + " in it; expected exactly one of output, refused, unsupported and failed");
    }
    String kind = kinds.get(0);
    return kind.equals("description")
        ? DescriptionReader.read(id, json.object(kind))
        : new Reply.Answered(id, answer(kind, json.object(kind)));
  }

  private static Answer answer(String kind, JsonObject body) throws ProtocolException {
    return switch (kind) {
      case "output" -> new Answer.Output(TensorReader.read(body));
      case "refused" -> new Answer.Refused(code(body.string("code")), text(body, "message"));
      case "unsupported" -> new Answer.Unsupported(text(body, "reason"));
      default -> new Answer.Failed(text(body, "message"));
    };
  }

  private static String text(JsonObject body, String name) throws ProtocolException {
    return body.optionalString(name).orElse("no " + name + " given");
  }

  private static RefusalCode code(String token) throws ProtocolException {
    String known =
        Stream.of(RefusalCode.values()).map(RefusalCode::token).collect(Collectors.joining(", "));
    return RefusalCode.ofToken(token)
        .orElseThrow(
            () ->
                new ProtocolException("refusal code \"" + token + "\"; expected one of " + known));
  }
}
