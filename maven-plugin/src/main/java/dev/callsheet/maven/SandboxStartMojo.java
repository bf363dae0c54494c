package dev.callsheet.maven;

import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.spec.parser.SpecException;
import java.io.IOException;
import java.util.List;
import java.util.Properties;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Starts sandboxes for the project's integration tests: local servers that behave as platforms do,
 * by the specs. They know the models that {@code generate} knows. They are stopped by {@code
 * sandbox-stop}, or else when the build of the project ends, however it ends. Does nothing where
 * integration tests are skipped.
 */
@Mojo(
    name = "sandbox-start",
    defaultPhase = LifecyclePhase.PRE_INTEGRATION_TEST,
    requiresDependencyResolution = ResolutionScope.COMPILE,
    threadSafe = true)
public final class SandboxStartMojo extends CallsheetMojo {
  /**
   * Who is played, by name: {@code runware}, or a platform that a file describes, such as {@code
   * fal}. Each has a port of its own. Runware by default.
   */
  @Parameter(property = "callsheet.sandbox.platforms")
  private List<String> platforms = List.of();

  /** The TCP port on the loopback interface, of a second platform the next one; 0 for free ones. */
  @Parameter(property = "callsheet.sandbox.port", defaultValue = "0")
  private int port;

  /**
   * The property of the project that is set to the URI where the tasks of the first platform are
   * sent. For each of {@code platforms} there is one with a dot and its name behind it, such as
   * {@code callsheet.endpoint.fal}.
   */
  @Parameter(defaultValue = "callsheet.endpoint", required = true)
  private String endpointProperty;

  /**
   * The property of the project that is set to the URI where the first sandbox shows its ledger;
   * with a dot and a name behind it, as that of the endpoint.
   */
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

  /**
   * Whether a model that no spec describes is accepted: it costs nothing, and makes what the kind
   * of task makes or, of another platform than Runware, a picture.
   */
  @Parameter(property = "callsheet.sandbox.passUnknown", defaultValue = "false")
  private boolean passUnknown;

  @Parameter(property = "skipTests", readonly = true)
  private boolean skipTests;

  @Parameter(property = "skipITs", readonly = true)
  private boolean skipITs;

  @Parameter(property = "maven.test.skip", readonly = true)
  private boolean noTests;

  @Override
  void run() throws MojoExecutionException, SpecException {
    if (skipTests || skipITs || noTests) {
      getLog().info("No sandbox: integration tests are skipped.");
      return;
    }
    ProjectEndListener.of(project(), () -> new RunningSandboxes(project()).stop(getLog()))
        .register(session().getRequest());
    SandboxSettings settings =
        new SandboxSettings(platforms, port, apiKeys, renderTime, faults, passUnknown);
    boolean isFirst = true;
    for (SandboxOptions options : settings.options(specs().catalogue())) {
      Sandbox sandbox = start(options);
      new RunningSandboxes(project()).add(sandbox);
      String ofPlatform = platforms.isEmpty() ? "" : "." + sandbox.platformName();
      setProperties(sandbox, ofPlatform);
      if (isFirst) {
        setProperties(sandbox, "");
      }
      isFirst = false;
      getLog()
          .info(
              sandbox.startLine()
                  + ", known to the build as ${"
                  + endpointProperty
                  + ofPlatform
                  + "}");
    }
  }

  private void setProperties(Sandbox sandbox, String ofPlatform) {
    Properties properties = project().getProperties();
    properties.setProperty(endpointProperty + ofPlatform, sandbox.endpoint().toString());
    properties.setProperty(ledgerProperty + ofPlatform, sandbox.ledgerUri().toString());
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
}
