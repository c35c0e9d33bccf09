package io.crosscheck.protocol;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The processes started here, so that none survives this JVM, however it ends itself. */
final class RunningProcesses {

  private static final Set<Process> RUNNING = ConcurrentHashMap.newKeySet();

  static {
    Runtime.getRuntime()
        .addShutdownHook(new Thread(() -> RUNNING.forEach(RunningProcesses::kill), "adapter-end"));
  }

  private RunningProcesses() {}

  static void add(Process process) {
    RUNNING.add(process);
    process.onExit().thenRun(() -> RUNNING.remove(process));
  }

  /**
   * Ends the process and its descendants at once. By its handle: {@link Process#destroyForcibly}
   * would also close the streams under whoever is reading its last words.
   */
  static void kill(Process process) {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.toHandle().destroyForcibly();
  }
}
