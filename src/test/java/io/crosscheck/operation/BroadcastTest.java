package io.crosscheck.operation;

import static org.hamcrest.MatcherAssert.assertThat;
import static org.hamcrest.Matchers.is;

import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.TensorLiteral;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BroadcastTest {

  private static Shape shape(String lengths) {
    long[] axes = TensorLiteral.parse(lengths, DType.INT64).toLongs();
    return Shape.of(IntStream.range(0, axes.length).map(i -> (int) axes[i]).toArray());
  }

  // numpy.broadcast_to(numpy.arange(size).reshape(from), to).ravel(), NumPy 2.4
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[] | [] | [0]",
        "[] | [2, 2] | [0, 0, 0, 0]",
        "[3] | [2, 3] | [0, 1, 2, 0, 1, 2]",
        "[2, 1] | [2, 3] | [0, 0, 0, 1, 1, 1]",
        "[1, 3] | [2, 3] | [0, 1, 2, 0, 1, 2]",
        "[2, 3] | [2, 3] | [0, 1, 2, 3, 4, 5]",
        "[2, 1, 2] | [2, 2, 2] | [0, 1, 0, 1, 2, 3, 2, 3]",
        "[2, 1] | [2, 2, 2] | [0, 0, 1, 1, 0, 0, 1, 1]",
        "[1] | [0] | []",
        "[0] | [2, 0] | []"
      })
  void each_element_reads_where_numpys_does(String from, String to, String sources) {
    Broadcast broadcast = Broadcast.of(shape(from), shape(to)).orElseThrow();
    long[] expected = TensorLiteral.parse(sources, DType.INT64).toLongs();
    assertThat(shape(to).size(), is(expected.length));
    for (int i = 0; i < expected.length; i++) {
      assertThat((long) broadcast.source(i), is(expected[i]));
    }
  }

  // numpy.broadcast_to raises
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "[2] | [3]",
        "[2, 3] | [3]",
        "[3] | [3, 2]",
        "[2, 2] | [2, 1]",
        "[1, 1] | [1]",
        "[0] | [1]",
        "[3] | [0]",
        "[1] | []"
      })
  void other_shapes_do_not_broadcast(String from, String to) {
    assertThat(Broadcast.of(shape(from), shape(to)), is(Optional.empty()));
  }
}
