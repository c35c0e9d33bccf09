package io.crosscheck.benchmark;

import io.crosscheck.exact.Balls;
import io.crosscheck.exact.Exponentials;
import io.crosscheck.exact.Real;
import io.crosscheck.exact.Stage;
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

/** One thread's softmax of a row of 1,000 float32 logits, in millions of elements per second. */
@State(Scope.Thread)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class SoftmaxBenchmark {

  static final int LENGTH = 1000;

  private final double[] logits = new double[LENGTH];
  private final double[] result = new double[LENGTH];
  private final Balls doubles = Balls.of(Stage.ofDouble(), LENGTH);
  private final Balls doubleDoubles = Balls.of(Stage.ofDoubleDouble(), LENGTH);

  @Setup
  public void draw() {
    Random random = new Random(1);
    for (int k = 0; k < LENGTH; k++) {
      logits[k] = (float) (random.nextGaussian() * 5);
    }
  }

  /** No bounds, no compensation: what a program would do. */
  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public double[] plain() {
    PlainSoftmax.of(logits, result, 0, LENGTH);
    return result;
  }

  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public Balls stageD() {
    return enclosed(Stage.ofDouble(), doubles);
  }

  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public Balls stageQ() {
    return enclosed(Stage.ofDoubleDouble(), doubleDoubles);
  }

  private Balls enclosed(Stage stage, Balls balls) {
    Exponentials.of(stage, logits, largest()).orElseThrow().fillProbabilities(balls, 0, 1);
    return balls;
  }

  @Benchmark
  @OperationsPerInvocation(LENGTH)
  public Real[] stageB() {
    Stage stage = Stage.ofBits(192);
    double max = logits[largest()];
    Real sum = stage.of(0);
    Real[] powers = new Real[LENGTH];
    for (int k = 0; k < LENGTH; k++) {
      powers[k] = stage.difference(logits[k], max).exp();
      sum = sum.plus(powers[k]);
    }
    for (int k = 0; k < LENGTH; k++) {
      powers[k] = powers[k].dividedBy(sum);
    }
    return powers;
  }

  private int largest() {
    int at = 0;
    for (int k = 1; k < LENGTH; k++) {
      at = logits[k] > logits[at] ? k : at;
    }
    return at;
  }
}
