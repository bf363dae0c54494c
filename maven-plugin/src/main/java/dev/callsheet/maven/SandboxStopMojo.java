package dev.callsheet.maven;

import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/**
 * Stops the sandboxes that {@code sandbox-start} has started, and logs the totals of their ledgers.
 */
@Mojo(name = "sandbox-stop", defaultPhase = LifecyclePhase.POST_INTEGRATION_TEST, threadSafe = true)
public final class SandboxStopMojo extends CallsheetMojo {
  @Override
  void run() {
    new RunningSandboxes(project()).stop(getLog());
  }
}
