package dev.callsheet.maven;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.DurationParser;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.WireFault;
import java.io.IOException;
import java.util.List;
import javax.inject.Inject;
import org.apache.maven.execution.MavenSession;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Starts a sandbox for the project's integration tests: a local server that behaves as the real API
 * does, by the specs. It knows the models that {@code generate} knows. It is stopped by {@code
 * sandbox-stop}, or else when the build of the project ends, however it ends. Does nothing where
 * integration tests are skipped.
 */
@Mojo(
    name = "sandbox-start",
    defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class SandboxStartMojo extends CallsheetMojo {
  /** The TCP port on the loopback interface; 0 for a free one. */
  @Parameter(property = "callsheet.sandbox.port", defaultValue = "0")
  private int port;

  /** The property of the project that is set to the URI where tasks are sent. */
  @Parameter(defaultValue = "callsheet.endpoint", required = true)
  private String endpointProperty;

  /** The property of the project that is set to the URI where the sandbox shows its ledger. */
  @Parameter(defaultValue = "callsheet.ledger", required = true)
  private String ledgerProperty;

  /** How long it takes to render a result: {@code 250ms}, {@code 1.5s} or {@code 2m}. */
  @Parameter(property = "callsheet.sandbox.renderTime", defaultValue = "250ms", required = true)
  private String renderTime;

  /** The API keys that are accepted; all by default. */
  @Parameter private List<String> apiKeys = List.of();

  /**
   * Network faults, injected in this order, in the form of {@code callsheet sandbox --fault}:
   * {@code status=429,retry-after=2s}, {@code html=502}, {@code drop}, {@code cut=1000} or {@code
   * delay=5s}, and behind it {@code on=poll}, {@code times=3}, {@code before} or {@code after}.
   */
  @Parameter private List<String> faults = List.of();

  @Parameter(property = "skipTests", readonly = true)
  private boolean skipTests;

  @Parameter(property = "skipITs", readonly = true)
  private boolean skipITs;

  @Parameter(property = "maven.test.skip", readonly = true)
  private boolean noTests;

  private final MavenSession session;

  /** Listens to the session for the end of the build of the project. */
  @Inject
  public SandboxStartMojo(MavenSession session) {
    this.session = session;
  }

  @Override
  void run() throws MojoExecutionException, MojoFailureException {
    if (skipTests || skipITs || noTests) {
      getLog().info("No sandbox: integration tests are skipped.");
      return;
    }
    Sandbox sandbox = start(options());
    new RunningSandboxes(project()).add(sandbox);
    ProjectEndListener.of(project(), () -> new RunningSandboxes(project()).stop(getLog()))
        .register(session.getRequest());
    project().getProperties().setProperty(endpointProperty, sandbox.endpoint().toString());
    project().getProperties().setProperty(ledgerProperty, sandbox.ledgerUri().toString());
    getLog().info(sandbox.startLine() + ", known to the build as ${" + endpointProperty + "}");
  }

  private static Sandbox start(SandboxOptions options) throws MojoExecutionException {
    try {
      return QuietSandboxLauncher.start(options);
    } catch (IOException e) {
      throw new MojoExecutionException(
          "The sandbox cannot listen on port "
              + options.port()
              + ": "
              + e.getMessage()
              + ". Leave <port> out to have one that is free.",
          e);
    }
  }

  private SandboxOptions options() throws MojoExecutionException, MojoFailureException {
    try {
      WireFault[] parsedFaults = faults.stream().map(WireFault::parse).toArray(WireFault[]::new);
      return SandboxOptions.builder()
          .port(port)
          .catalogue(specs().catalogue())
          .apiKeys(apiKeys.toArray(String[]::new))
          .renderTime(RenderTime.fixed(DurationParser.parse(renderTime)))
          .behavior(SandboxBehavior.builder().wireFaults(parsedFaults).build())
          .build();
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("The sandbox is set up wrongly: " + e.getMessage() + ".");
    }
  }
}
