package io.crosscheck.search;

import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Attribute;
import io.crosscheck.operation.Operation;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Generator;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Slices;
import io.crosscheck.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * What stays the same in all requests of a search: the operation, the dtype of its float inputs and
 * its attributes. The whole shape is that of the logits, or of the input in their place.
 */
public final class Form {

  private static final int[] CLASSES = {1, 2, 3, 5, 10, 17, 33, 100, 1000};

  // Its exact value takes a sum of all classes for each of them.
  private static final int MOST_OF_SQUARES = 100;
  private static final int[] ELEMENTS = {1, 64, 256};
  private static final double SMOOTHING = 0.1;

  private final Operation operation;
  private final DType dtype;
  private final Map<String, Object> attributes;
  private final List<Slot> slots;

  private Form(Operation operation, DType dtype, Map<String, Object> attributes, List<Slot> slots) {
    this.operation = operation;
    this.dtype = dtype;
    this.attributes = attributes;
    this.slots = slots;
  }

  /**
   * Requests for {@code operation} with these attributes; smooth_labels, whose alpha has no
   * default, takes 0.1.
   *
   * @throws IllegalArgumentException where its results are exact, the dtype is none of floats, or
   *     it lacks such an attribute
   */
  public static Form of(Operation operation, DType dtype, Map<String, Object> attributes) {
    boolean fromLogits = Boolean.TRUE.equals(attributes.get("from_logits"));
    List<Slot> slots = Slots.of(operation.name(), fromLogits);
    if (slots.isEmpty()) {
      throw new IllegalArgumentException(
          "the results of %s are exact, so that no error can be searched; expected one of %s"
              .formatted(operation.name(), String.join(", ", Slots.searchable())));
    }
    if (!dtype.isFloat()) {
      throw new IllegalArgumentException(
          operation.name() + " in " + dtype.token() + "; expected a float dtype");
    }
    attributes.keySet().forEach(operation.signature()::requireAttribute);
    Map<String, Object> all = new TreeMap<>(attributes);
    if (operation.name().equals("smooth_labels")) {
      all.putIfAbsent("alpha", SMOOTHING);
    }
    return new Form(operation, dtype, all, slots);
  }

  public Operation operation() {
    return operation;
  }

  public DType dtype() {
    return dtype;
  }

  /** The attributes of every request, by name. */
  public Map<String, Object> attributes() {
    return Map.copyOf(attributes);
  }

  List<Slot> slots() {
    return slots;
  }

  /** The request with these inputs. */
  Request request(Map<String, Tensor> inputs) {
    return new Request(operation.name(), new Arguments(inputs, attributes));
  }

  /**
   * A request of ordinary numbers: logits from a normal distribution of deviation 5, probabilities
   * that sum to 1.
   *
   * @throws IllegalArgumentException where the operation takes no such shape
   */
  public Request ordinary(Shape whole, long seed) {
    axis(whole);
    Map<String, Tensor> inputs = new HashMap<>();
    for (Slot slot : slots) {
      if (slot.required()) {
        inputs.put(slot.name(), ordinary(slot, shape(slot, whole), classes(whole), seed));
      }
    }
    return request(inputs);
  }

  private Tensor ordinary(Slot slot, Shape shape, int classes, long seed) {
    String family =
        switch (slot.domain()) {
          case FINITE, MODERATE, NOT_POSITIVE -> "normal 5";
          case SHARE -> "probabilities";
          case WEIGHT -> "uniform 0 2";
          case INDEX -> "integers 0 " + classes;
          case COIN -> "coin 0.9";
        };
    DType own =
        slot.domain() == Domain.INDEX
            ? DType.INT64
            : slot.domain() == Domain.COIN ? DType.BOOL : dtype;
    Tensor drawn = Generator.draw(family, own, shape, seed);
    return slot.domain().isFloat() ? Moves.confined(drawn, slot.domain()) : drawn;
  }

  /** The whole shapes that are searched where none is asked for. */
  List<Shape> shapes() {
    List<Shape> shapes = new ArrayList<>();
    boolean squares = operation.name().equals("categorical_cross_entropy_gradient");
    for (int n : isElementwise() ? ELEMENTS : CLASSES) {
      if (squares && n > MOST_OF_SQUARES) {
        continue;
      }
      switch (operation.name()) {
        case "sequence_loss" -> {
          shapes.add(Shape.of(1, 1, n));
          shapes.add(Shape.of(1, n, 2));
        }
        case "masked_mean" -> shapes.add(Shape.of(1, n));
        default -> shapes.add(Shape.of(n));
      }
    }
    return shapes;
  }

  private boolean isElementwise() {
    return operation.name().startsWith("sigmoid")
        || operation.name().equals("binary_cross_entropy");
  }

  /** The shape with {@code n} classes and no other axis that could be left out. */
  public Shape ofClasses(int n) {
    return switch (operation.name()) {
      case "sequence_loss" -> Shape.of(1, 1, n);
      case "masked_mean" -> Shape.of(1, n);
      default -> Shape.of(n);
    };
  }

  /**
   * The axis of the classes, counted from the front; for an operation without one the last.
   *
   * @throws IllegalArgumentException where that shape has no such axis
   */
  int axis(Shape whole) {
    long axis = attributes.get("axis") instanceof Long given ? given : defaultAxis();
    long counted = axis < 0 ? axis + whole.rank() : axis;
    int least = operation.name().equals("sequence_loss") ? 3 : 1;
    if (whole.size() == 0) {
      throw new IllegalArgumentException(
          "shape " + whole + " has no elements; expected lengths from 1 on");
    }
    if (counted < 0 || counted >= whole.rank() || whole.rank() < least) {
      throw new IllegalArgumentException(
          "shape %s has too few axes for %s with axis %d".formatted(whole, operation.name(), axis));
    }
    return (int) counted;
  }

  private long defaultAxis() {
    return operation.signature().attributes().stream()
        .filter(a -> a.name().equals("axis"))
        .map(Attribute::byDefault)
        .flatMap(Optional::stream)
        .map(Long.class::cast)
        .findFirst()
        .orElse(-1L);
  }

  /** The shape of that input. */
  Shape shape(Slot slot, Shape whole) {
    return slot.extent().of(whole, axis(whole));
  }

  /** The number of classes. */
  int classes(Shape whole) {
    return whole.length(axis(whole));
  }

  /** The whole shape of inputs that were made for one. */
  Shape whole(Map<String, Tensor> inputs) {
    return slots.stream()
        .filter(s -> s.extent() == Slot.Extent.WHOLE)
        .flatMap(s -> Stream.ofNullable(inputs.get(s.name())))
        .map(Tensor::shape)
        .findFirst()
        .orElseThrow();
  }

  /**
   * The inputs without {@code count} positions from {@code from} on along an axis of the whole
   * shape; empty where a label names one of them.
   */
  Optional<Map<String, Tensor>> without(Map<String, Tensor> inputs, int cut, int from, int count) {
    int axis = axis(whole(inputs));
    Map<String, Tensor> kept = new HashMap<>();
    for (Slot slot : slots) {
      Tensor tensor = inputs.get(slot.name());
      if (tensor != null) {
        int own = slot.extent().axisOf(cut, axis);
        Tensor shorter = own < 0 ? tensor : without(tensor, own, from, count);
        if (slot.domain() == Domain.INDEX && cut == axis) {
          Optional<Tensor> moved = moved(shorter, from, count);
          if (moved.isEmpty()) {
            return Optional.empty();
          }
          shorter = moved.get();
        }
        kept.put(slot.name(), shorter);
      }
    }
    return Optional.of(kept);
  }

  private static Tensor without(Tensor tensor, int axis, int from, int count) {
    Slices slices = Slices.of(tensor.shape(), axis);
    int[] kept =
        IntStream.range(0, tensor.size())
            .filter(i -> slices.positionOf(i) < from || slices.positionOf(i) >= from + count)
            .toArray();
    Shape shape = tensor.shape().with(axis, slices.length() - count);
    return Elements.picked(tensor, kept, shape);
  }

  /** The labels of what is left; empty if one of them is gone. */
  private static Optional<Tensor> moved(Tensor labels, int from, int count) {
    long[] moved = labels.toLongs();
    for (int i = 0; i < moved.length; i++) {
      if (moved[i] >= from && moved[i] < from + count) {
        return Optional.empty();
      }
      moved[i] -= moved[i] >= from ? count : 0;
    }
    return Optional.of(Tensor.ofIntegers(labels.dtype(), labels.shape(), moved));
  }
}
