package io.crosscheck.protocol;

import io.crosscheck.backend.Answer;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Recorded answers in any order. Only where each stands is kept in memory; an answer is read when
 * it is asked for.
 */
public final class AnswerFile implements AutoCloseable {

  private static final long DESCRIPTION = 0;

  /** Where an answer stands; {@code line} counts from 1. */
  private record Place(long offset, int length, int line) {}

  private final RandomAccessFile file;
  private final Map<Long, Place> places = new TreeMap<>();
  // The line of the second answer to an id.
  private final Map<Long, Integer> repeated = new HashMap<>();

  private AnswerFile(RandomAccessFile file) {
    this.file = file;
  }

  /**
   * Finds the answers in a file.
   *
   * @throws ProtocolException where a line has no id to tell what it answers; the message begins
   *     with the number of the line
   */
  public static AnswerFile open(Path path) throws IOException, ProtocolException {
    AnswerFile answers = new AnswerFile(new RandomAccessFile(path.toFile(), "r"));
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path))) {
      answers.index(new LineReader(in, AdapterLimits.defaults().answerBytes()));
      return answers;
    } catch (IOException | ProtocolException e) {
      answers.close();
      throw e;
    }
  }

  private void index(LineReader lines) throws IOException, ProtocolException {
    long offset = 0;
    LineReader.Line line = lines.next();
    for (int n = 1; line.end() == LineReader.End.NEWLINE || line.bytes().length > 0; n++) {
      long id = id(line, n);
      Place place = new Place(offset, line.bytes().length, n);
      if (places.putIfAbsent(id, place) != null) {
        repeated.putIfAbsent(id, n);
      }
      offset = lines.position();
      line = lines.next();
    }
  }

  private static long id(LineReader.Line line, int number) throws ProtocolException {
    try {
      if (line.end() == LineReader.End.LIMIT) {
        throw new ProtocolException("a line longer than is allowed");
      }
      return JsonObject.parse(line.bytes()).integer("id");
    } catch (ProtocolException e) {
      throw new ProtocolException(
          "line " + number + ": " + e.reason() + "; the line: " + Excerpt.ofLine(line.bytes()));
    }
  }

  /** The ids answered, that of the description not among them. */
  public Set<Long> ids() {
    Set<Long> ids = new TreeSet<>(places.keySet());
    ids.remove(DESCRIPTION);
    return Collections.unmodifiableSet(ids);
  }

  /** The number of the line that answers an id, counted from 1. */
  public int line(long id) {
    Place place = places.get(id);
    if (place == null) {
      throw new IllegalArgumentException("no answer to " + id);
    }
    return place.line();
  }

  /**
   * What the implementation says of itself; empty where that was not recorded.
   *
   * @throws DescribeFailedException where the answer to id 0 is no description
   */
  public Optional<Reply.Described> description() throws DescribeFailedException {
    try {
      Optional<Reply> reply = reply(DESCRIPTION);
      if (reply.isPresent() && reply.get() instanceof Reply.Answered answered) {
        throw new ProtocolException("expected a description, got " + answered.answer());
      }
      return reply.map(Reply.Described.class::cast);
    } catch (ProtocolException e) {
      throw new DescribeFailedException("no description: protocol error: " + e.reason());
    }
  }

  /** The answer to an id; a breach of protocol, and none at all, is the answer Failed. */
  Answer answer(long id) {
    try {
      Optional<Reply> reply = reply(id);
      if (reply.isEmpty()) {
        return new Answer.Failed("no answer recorded");
      }
      if (reply.get() instanceof Reply.Answered answered) {
        return answered.answer();
      }
      throw new ProtocolException("a description as the answer to a request");
    } catch (ProtocolException e) {
      return new Answer.Failed("protocol error: " + e.reason());
    }
  }

  private Optional<Reply> reply(long id) throws ProtocolException {
    Place place = places.get(id);
    if (place == null) {
      return Optional.empty();
    }
    Integer second = repeated.get(id);
    if (second != null) {
      throw new ProtocolException(
          "two answers to id " + id + ", lines " + place.line() + " and " + second);
    }
    byte[] line = read(place);
    try {
      return Optional.of(ReplyReader.read(JsonObject.parse(line)));
    } catch (ProtocolException e) {
      throw new ProtocolException(e.reason() + "; the line: " + Excerpt.ofLine(line));
    } catch (OutOfMemoryError e) {
      throw new ProtocolException(
          "an answer that does not fit into memory; the line: " + Excerpt.ofLine(line));
    }
  }

  private byte[] read(Place place) throws ProtocolException {
    byte[] line = new byte[place.length()];
    try {
      file.seek(place.offset());
      file.readFully(line);
      return line;
    } catch (IOException e) {
      throw new ProtocolException("line " + place.line() + " can't be read any more: " + e);
    }
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
