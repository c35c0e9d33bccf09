package io.crosscheck.backend.pytorch;

import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.RefusalCode;
import io.crosscheck.operation.RefusedException;
import io.crosscheck.tensor.DType;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.bytedeco.pytorch.BoolOptional;
import org.bytedeco.pytorch.LongOptional;
import org.bytedeco.pytorch.Tensor;
import org.bytedeco.pytorch.TensorOptional;
import org.bytedeco.pytorch.TensorVector;
import org.bytedeco.pytorch.global.torch;
import org.bytedeco.pytorch.global.torch.ScalarType;

/**
 * PyTorch's function for each operation that has one, its arguments passed on as they are; the
 * losses' classes are moved to where they want them. Gradients are autograd's.
 */
final class TorchFunctions {

  private static final int NONE = 0;
  private static final int MEAN = 1;
  private static final int SUM = 2;
  private static final long IGNORED_BY_DEFAULT = -100;

  static final Map<String, Function<Arguments, Tensor>> BY_OPERATION = new TreeMap<>();

  static {
    BY_OPERATION.put("softmax", a -> torch.softmax(input("logits", a), axis(a)));
    BY_OPERATION.put("log_softmax", a -> torch.log_softmax(input("logits", a), axis(a)));
    BY_OPERATION.put("log_sum_exp", TorchFunctions::logSumExp);
    BY_OPERATION.put("sigmoid", a -> torch.sigmoid(input("logits", a)));
    BY_OPERATION.put("one_hot", TorchFunctions::oneHot);
    BY_OPERATION.put("argmax", TorchFunctions::argMax);
    BY_OPERATION.put("softmax_cross_entropy_with_logits", TorchFunctions::crossEntropy);
    BY_OPERATION.put(
        "sparse_softmax_cross_entropy_with_logits", TorchFunctions::sparseCrossEntropy);
    BY_OPERATION.put("negative_log_likelihood", TorchFunctions::negativeLogLikelihood);
    BY_OPERATION.put("binary_cross_entropy", TorchFunctions::binaryCrossEntropy);
    BY_OPERATION.put("sigmoid_cross_entropy_with_logits", TorchFunctions::sigmoidCrossEntropy);
    BY_OPERATION.put("kl_divergence", TorchFunctions::divergence);
    BY_OPERATION.put("softmax_gradient", a -> weighted(x -> torch.softmax(x, axis(a)), a));
    BY_OPERATION.put("log_softmax_gradient", a -> weighted(x -> torch.log_softmax(x, axis(a)), a));
    BY_OPERATION.put("softmax_cross_entropy_gradient", TorchFunctions::crossEntropyGradient);
    BY_OPERATION.put("sparse_softmax_cross_entropy_gradient", TorchFunctions::sparseGradient);
    BY_OPERATION.put("sigmoid_cross_entropy_gradient", TorchFunctions::sigmoidGradient);
  }

  private TorchFunctions() {}

  private static Tensor input(String name, Arguments arguments) {
    return TorchTensors.of(arguments.input(name));
  }

  private static TensorOptional optional(String name, Arguments arguments) {
    Optional<Tensor> tensor = arguments.optionalInput(name).map(TorchTensors::of);
    return tensor.map(TensorOptional::new).orElseGet(TensorOptional::new);
  }

  private static long axis(Arguments arguments) {
    return arguments.integer("axis");
  }

  private static int reduction(Arguments arguments) {
    return switch (arguments.text("reduction")) {
      case "mean" -> MEAN;
      case "sum" -> SUM;
      default -> NONE;
    };
  }

  private static Tensor logSumExp(Arguments arguments) {
    long[] axes = {axis(arguments)};
    return torch.logsumexp(input("logits", arguments), axes, arguments.flag("keep_dims"));
  }

  private static Tensor argMax(Arguments arguments) {
    LongOptional axis = new LongOptional(axis(arguments));
    return torch.argmax(input("values", arguments), axis, arguments.flag("keep_dims"));
  }

  private static Tensor oneHot(Arguments arguments) {
    Tensor indices = classes("indices", arguments);
    boolean last = axis(arguments) == -1 || axis(arguments) == indices.dim();
    boolean plain = arguments.number("on_value") == 1 && arguments.number("off_value") == 0;
    if (!arguments.text("dtype").equals(DType.INT64.token()) || !plain || !last) {
      throw new UnsupportedOperationException(
          "one_hot gives int64 ones and zeros along a new last axis");
    }
    return arguments.has("depth")
        ? torch.one_hot(indices, arguments.integer("depth"))
        : torch.one_hot(indices);
  }

  /** PyTorch's only integers for labels are int64; what is no integer is its to refuse. */
  private static Tensor classes(String name, Arguments arguments) {
    Tensor labels = input(name, arguments);
    return arguments.input(name).dtype() == DType.INT32 ? labels.to(ScalarType.Long) : labels;
  }

  /** The losses take the classes along axis 1, or along axis 0 of a vector. */
  private static Tensor classesSecond(Tensor tensor, Arguments arguments) {
    return torch.movedim(tensor, axis(arguments), Math.min(1, tensor.dim() - 1));
  }

  private static Tensor crossEntropy(Arguments arguments) {
    Tensor logits = classesSecond(input("logits", arguments), arguments);
    Tensor labels = classesSecond(labelsLike("logits", arguments), arguments);
    if (reduction(arguments) == MEAN && logits.dim() > 2) {
      throw new UnsupportedOperationException("the mean divides by the batch alone");
    }
    return torch.cross_entropy_loss(
        logits,
        labels,
        new TensorOptional(),
        reduction(arguments),
        IGNORED_BY_DEFAULT,
        arguments.number("label_smoothing"));
  }

  /** Labels of another shape would be taken for class indices. */
  private static Tensor labelsLike(String other, Arguments arguments) {
    if (!arguments.input("labels").shape().equals(arguments.input(other).shape())) {
      throw new RefusedException(
          RefusalCode.OTHER,
          "labels "
              + arguments.input("labels").shape()
              + ", "
              + other
              + " "
              + arguments.input(other).shape());
    }
    return input("labels", arguments);
  }

  private static Tensor sparseCrossEntropy(Arguments arguments) {
    return sparse(
        input("logits", arguments),
        arguments,
        reduction(arguments),
        arguments.number("label_smoothing"));
  }

  private static Tensor sparse(
      Tensor logits, Arguments arguments, int reduction, double labelSmoothing) {
    return torch.cross_entropy_loss(
        classesSecond(logits, arguments),
        classes("labels", arguments),
        optional("class_weights", arguments),
        reduction,
        ignored(arguments),
        labelSmoothing);
  }

  private static long ignored(Arguments arguments) {
    return arguments.has("ignore_index") ? arguments.integer("ignore_index") : IGNORED_BY_DEFAULT;
  }

  private static Tensor negativeLogLikelihood(Arguments arguments) {
    return torch.nll_loss_nd(
        classesSecond(input("log_probabilities", arguments), arguments),
        classes("labels", arguments),
        optional("class_weights", arguments),
        reduction(arguments),
        ignored(arguments));
  }

  private static Tensor binaryCrossEntropy(Arguments arguments) {
    if (arguments.number("label_smoothing") != 0 || !arguments.isDefault("epsilon")) {
      throw new UnsupportedOperationException(
          "no label_smoothing, and a clamp of the logarithm at -100 for an epsilon");
    }
    Tensor output = input("output", arguments);
    Tensor target = input("target", arguments);
    return arguments.flag("from_logits")
        ? sigmoidLoss(output, target, new TensorOptional(), reduction(arguments))
        : torch.binary_cross_entropy(output, target, new TensorOptional(), reduction(arguments));
  }

  private static Tensor sigmoidCrossEntropy(Arguments arguments) {
    return sigmoidLoss(
        input("logits", arguments),
        input("labels", arguments),
        optional("pos_weight", arguments),
        reduction(arguments));
  }

  private static Tensor sigmoidLoss(
      Tensor logits, Tensor labels, TensorOptional positiveWeight, int reduction) {
    return torch.binary_cross_entropy_with_logits(
        logits, labels, new TensorOptional(), positiveWeight, reduction);
  }

  private static Tensor divergence(Arguments arguments) {
    // It takes logarithms; rounded to half precision they would be another question.
    Tensor logarithms = input("output", arguments).log();
    return torch.kl_div(logarithms, input("target", arguments), NONE, false).sum(axis(arguments));
  }

  private static Tensor weighted(UnaryOperator<Tensor> function, Arguments arguments) {
    Tensor logits = input("logits", arguments).set_requires_grad(true);
    TensorVector weights = new TensorVector(input("output_gradient", arguments));
    return torch
        .grad(
            new TensorVector(function.apply(logits)),
            new TensorVector(logits),
            weights,
            new BoolOptional(),
            false,
            false)
        .get(0);
  }

  private static Tensor gradient(UnaryOperator<Tensor> loss, Arguments arguments) {
    Tensor logits = input("logits", arguments).set_requires_grad(true);
    return torch.grad(new TensorVector(loss.apply(logits)), new TensorVector(logits)).get(0);
  }

  private static Tensor crossEntropyGradient(Arguments arguments) {
    Tensor labels = classesSecond(labelsLike("logits", arguments), arguments);
    return gradient(
        x ->
            torch.cross_entropy_loss(
                classesSecond(x, arguments),
                labels,
                new TensorOptional(),
                SUM,
                IGNORED_BY_DEFAULT,
                0),
        arguments);
  }

  private static Tensor sparseGradient(Arguments arguments) {
    return gradient(x -> sparse(x, arguments, SUM, 0), arguments);
  }

  private static Tensor sigmoidGradient(Arguments arguments) {
    Tensor labels = input("labels", arguments);
    TensorOptional weight = optional("pos_weight", arguments);
    return gradient(x -> sigmoidLoss(x, labels, weight, SUM), arguments);
  }
}
