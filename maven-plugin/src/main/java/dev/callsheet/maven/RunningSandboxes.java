package dev.callsheet.maven;

import dev.callsheet.sandbox.Sandbox;
import java.util.ArrayDeque;
import java.util.Deque;
import org.apache.maven.plugin.logging.Log;
import org.apache.maven.project.MavenProject;

/** The sandboxes of a project that run inside this build. */
record RunningSandboxes(MavenProject project) {
  private static final String KEY = "callsheet sandboxes";

  /** Adds a sandbox that was started. */
  void add(Sandbox sandbox) {
    Deque<Sandbox> running = takeAll();
    running.push(sandbox);
    project.setContextValue(KEY, running);
  }

  /** Stops all sandboxes, the last one first. */
  void stop(Log log) {
    for (Sandbox sandbox : takeAll()) {
      sandbox.close();
      log.info(
          "Stopped the sandbox at "
              + sandbox.endpoint()
              + ": tasks submitted: "
              + sandbox.ledger().accounts().size()
              + ", charged: "
              + sandbox.ledger().totalCharged().toPlainString()
              + " USD.");
    }
  }

  /** Removes and returns all, so that none is stopped twice. */
  private Deque<Sandbox> takeAll() {
    Deque<Sandbox> running = new ArrayDeque<>();
    if (project.getContextValue(KEY) instanceof Deque<?> remembered) {
      remembered.forEach(each -> running.add((Sandbox) each));
    }
    project.setContextValue(KEY, new ArrayDeque<Sandbox>());
    return running;
  }
}
