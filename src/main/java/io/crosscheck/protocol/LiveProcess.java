package io.crosscheck.protocol;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * One operating-system process and the threads that serve its streams. No call blocks for longer
 * than asked, whatever the process and its descendants do with their streams.
 */
final class LiveProcess {

  /** Something that the process did. */
  sealed interface Event {

    record Line(byte[] bytes) implements Event {}

    record LineTooLong(byte[] beginning) implements Event {}

    record StderrTooLong() implements Event {}

    /** Its stdout or itself ended, with that half of a line. */
    record Ended(byte[] rest) implements Event {}
  }

  private static final Duration DRAIN = Duration.ofMillis(500);
  // From the end of its stdout to its own: on a busy machine the system takes its time.
  private static final Duration EXIT = Duration.ofSeconds(3);
  private static final byte[] CLOSE = new byte[0];

  private final Process process;
  private final StderrLog stderr;
  private final int lineLimit;
  // Small, so that a flood of lines waits in the pipe and not here.
  private final BlockingQueue<Event> events = new ArrayBlockingQueue<>(4);
  private final BlockingQueue<byte[]> outgoing = new LinkedBlockingQueue<>();
  private final List<Thread> threads = new ArrayList<>();
  private final Thread stdoutReader;
  private final Thread stderrReader;

  private LiveProcess(Process process, AdapterLimits limits) {
    this.process = process;
    this.stderr = new StderrLog(limits.stderrBytes());
    this.lineLimit = limits.answerBytes();
    stdoutReader = thread("stdout", this::readStdout);
    stderrReader = thread("stderr", this::readStderr);
    thread("stdin", this::writeStdin);
    thread("exit", this::awaitExit);
    threads.forEach(Thread::start);
  }

  static LiveProcess start(AdapterCommand command, AdapterLimits limits) throws IOException {
    Process process = new ProcessBuilder(command.words()).start();
    RunningProcesses.add(process);
    return new LiveProcess(process, limits);
  }

  /** Queues a line for stdin. */
  void send(String line) {
    outgoing.add((line + "\n").getBytes(StandardCharsets.UTF_8));
  }

  /** The next thing it did, empty if nothing happened until then. */
  Optional<Event> next(long deadline) throws InterruptedException {
    return Optional.ofNullable(events.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS));
  }

  /** The exit status: 128 + n after signal n; empty if it still runs. */
  OptionalInt exitStatus() throws InterruptedException {
    boolean ended = process.waitFor(EXIT.toMillis(), TimeUnit.MILLISECONDS);
    return ended ? OptionalInt.of(process.exitValue()) : OptionalInt.empty();
  }

  StderrLog stderr() {
    return stderr;
  }

  /** Closes stdin and gives it that time to end before it is killed. */
  void close(Duration grace) {
    outgoing.add(CLOSE);
    try {
      process.waitFor(grace.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    kill();
  }

  /** Ends it and its descendants; what it had written to stderr is in the log afterwards. */
  void kill() {
    RunningProcesses.kill(process);
    try {
      stderrReader.join(DRAIN.toMillis());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    process.destroyForcibly();
    threads.forEach(Thread::interrupt);
  }

  @FunctionalInterface
  private interface Task {
    void run() throws IOException, InterruptedException;
  }

  private Thread thread(String stream, Task task) {
    Thread thread =
        new Thread(
            () -> {
              try {
                task.run();
              } catch (IOException | InterruptedException e) {
                // The stream broke with the process, or kill() wants this thread to end.
              }
            },
            "adapter-" + stream);
    thread.setDaemon(true);
    threads.add(thread);
    return thread;
  }

  private void readStdout() throws IOException, InterruptedException {
    LineReader lines = new LineReader(new SteadyInput(process.getInputStream()), lineLimit);
    byte[] rest = new byte[0];
    try {
      LineReader.Line line = lines.next();
      for (; line.end() == LineReader.End.NEWLINE; line = lines.next()) {
        events.put(new Event.Line(line.bytes()));
      }
      rest = line.bytes();
      if (line.end() == LineReader.End.LIMIT) {
        events.put(new Event.LineTooLong(rest));
      }
    } catch (OutOfMemoryError e) {
      events.put(new Event.LineTooLong(rest));
    } finally {
      events.put(new Event.Ended(rest));
    }
  }

  private void readStderr() throws IOException, InterruptedException {
    byte[] chunk = new byte[1 << 13];
    InputStream in = new SteadyInput(process.getErrorStream());
    for (int n = in.read(chunk); n >= 0; n = in.read(chunk)) {
      if (stderr.append(chunk, n)) {
        events.put(new Event.StderrTooLong());
      }
    }
  }

  private void writeStdin() throws IOException, InterruptedException {
    try (OutputStream out = process.getOutputStream()) {
      for (byte[] line = outgoing.take(); line != CLOSE; line = outgoing.take()) {
        out.write(line);
        out.flush();
      }
    }
  }

  // A descendant may hold stdout open long after the process itself has ended.
  private void awaitExit() throws InterruptedException {
    process.waitFor();
    stdoutReader.join(DRAIN.toMillis());
    if (stdoutReader.isAlive()) {
      events.put(new Event.Ended(new byte[0]));
    }
  }
}
