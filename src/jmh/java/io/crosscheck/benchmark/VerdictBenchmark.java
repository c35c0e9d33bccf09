package io.crosscheck.benchmark;

import io.crosscheck.backend.Answer;
import io.crosscheck.backend.Request;
import io.crosscheck.operation.Arguments;
import io.crosscheck.operation.Profile;
import io.crosscheck.tensor.DType;
import io.crosscheck.tensor.Shape;
import io.crosscheck.tensor.Tensor;
import io.crosscheck.verdict.Judge;
import io.crosscheck.verdict.Verdict;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A certified verdict on a float32 softmax of shape [64, 32768], beside that softmax itself, in
 * millions of elements per second.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class VerdictBenchmark {

  private static final int ROWS = 64;
  private static final int LENGTH = 32768;

  private final double[] logits = new double[ROWS * LENGTH];
  private final double[] result = new double[ROWS * LENGTH];
  private final Judge judge = new Judge(Profile.STANDARD, Map.of());
  private Request request;
  private Answer answer;

  @Setup
  public void draw() {
    Random random = new Random(1);
    for (int i = 0; i < logits.length; i++) {
      logits[i] = (float) (random.nextGaussian() * 5);
    }
    Shape shape = Shape.of(ROWS, LENGTH);
    Tensor tensor = Tensor.ofNumbers(DType.FLOAT32, shape, logits);
    request = new Request("softmax", new Arguments(Map.of("logits", tensor), Map.of()));
    answer = new Answer.Output(Tensor.ofNumbers(DType.FLOAT32, shape, plain()));
  }

  @Benchmark
  @OperationsPerInvocation(ROWS * LENGTH)
  public double[] plain() {
    for (int row = 0; row < ROWS; row++) {
      PlainSoftmax.of(logits, result, row * LENGTH, LENGTH);
    }
    return result;
  }

  @Benchmark
  @OperationsPerInvocation(ROWS * LENGTH)
  public Verdict verdict() {
    return judge.judge(request, answer);
  }
}
