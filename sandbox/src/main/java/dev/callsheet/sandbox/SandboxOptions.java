package dev.callsheet.sandbox;

import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.internal.net.LoopbackHost;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.sandbox.page.PageSource;
import dev.callsheet.sandbox.page.SchemaSource;
import dev.callsheet.sandbox.page.Workbench;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How a sandbox is set up.
 *
 * @param port the TCP port it listens on, 0 to 65535; 0 for any that is free
 * @param host the address it listens on, or a name of it
 * @param platform who is played; null for Runware
 * @param catalogue the models it has
 * @param apiKeys the keys it accepts; empty for every key that is not blank
 * @param renderTime how long it takes to render a result
 * @param behavior how it behaves where the real API leaves a choice
 * @param limits what bounds its memory
 * @param state the folder that it goes on from, and keeps its tasks, media and ledger in; null to
 *     begin with nothing and keep nothing
 * @param pages what browsers are shown below {@code /docs}
 * @param workbench what the page at {@code /} needs so that requests can be written on it
 * @param schemas the JSON Schemas of models that Runware's clients look up below {@code /resolve}
 */
public record SandboxOptions(
    int port,
    String host,
    @Nullable Platform platform,
    ModelCatalogue catalogue,
    Set<String> apiKeys,
    RenderTime renderTime,
    SandboxBehavior behavior,
    SandboxLimits limits,
    @Nullable Path state,
    PageSource pages,
    Workbench workbench,
    SchemaSource schemas) {
  private static final String LOOPBACK = "127.0.0.1";

  /**
   * Copies the set.
   *
   * @throws IllegalArgumentException when the port cannot be one, or something is asked for that
   *     the platform does not have
   */
  public SandboxOptions {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException(
          "there is no port " + port + ": take one from 1 to 65535, or 0 for any that is free");
    }
    apiKeys = Set.copyOf(apiKeys);
    requirePlayable(platform, behavior);
  }

  private static void requirePlayable(@Nullable Platform platform, SandboxBehavior behavior) {
    if (platform == null || platform.name().equals(RawRequest.PLATFORM)) {
      return;
    }
    if (platform.protocol() == null) {
      throw new IllegalArgumentException(
          "the file of "
              + platform.title()
              + " does not say how it is spoken to (`protocol`), so it cannot be played");
    }
    behavior.wireFaults().forEach(fault -> requirePlayable(platform, fault));
  }

  private static void requirePlayable(@Nullable Platform platform, WireFault fault) {
    if (platform != null
        && !platform.name().equals(RawRequest.PLATFORM)
        && fault.effect() instanceof WireFault.Effect.AdditionalError) {
      throw new IllegalArgumentException(
          "only a reply of Runware can have an error beside what it accepts (`beside`)");
    }
  }

  /** Throws an {@link IllegalArgumentException} for a fault that this platform cannot have. */
  void requirePlayable(WireFault fault) {
    requirePlayable(platform, fault);
  }

  /** Whether nobody but this machine reaches it. */
  public boolean isLoopback() {
    return LoopbackHost.is(host);
  }

  /** What whoever starts it should know of the host; empty where there is nothing. */
  Optional<String> hostWarning() {
    return isLoopback()
        ? Optional.empty()
        : Optional.of(
            "warning: this sandbox listens on "
                + host
                + ", and whoever reaches that can use it, see what is sent to it, and have it fetch"
                + " addresses in your network");
  }

  /** The name of the platform that is played. */
  String platformName() {
    return protocol().map(PlatformProtocol::name).orElse(RawRequest.PLATFORM);
  }

  /** The host in its own addresses. */
  String reachableHost() {
    return host.equals("0.0.0.0") || host.equals("::")
        ? LOOPBACK
        : host.contains(":") ? "[" + host + "]" : host;
  }

  /** How the platform is spoken to; empty for Runware, whose protocol is not described. */
  Optional<PlatformProtocol> protocol() {
    return Optional.ofNullable(platform).flatMap(one -> Optional.ofNullable(one.protocol()));
  }

  /** The bundled models on a free port; a result takes a second and a half. */
  public static SandboxOptions defaults() {
    return builder().build();
  }

  /** Begins with the defaults. */
  public static Builder builder() {
    return new Builder();
  }

  /** Gathers options; what is not set stays at its default. */
  public static final class Builder {
    private int port;
    private String host = LOOPBACK;
    private @Nullable Platform platform;
    private @Nullable ModelCatalogue catalogue;
    private Set<String> apiKeys = Set.of();
    private RenderTime renderTime = RenderTime.fixed(Duration.ofMillis(1500));
    private SandboxBehavior behavior = SandboxBehavior.defaults();
    private SandboxLimits limits = SandboxLimits.defaults();
    private @Nullable Path state;
    private PageSource pages = PageSource.NONE;
    private Workbench workbench = Workbench.NONE;
    private SchemaSource schemas = SchemaSource.NONE;

    private Builder() {}

    /** The TCP port; 0 for any that is free. */
    public Builder port(int port) {
      this.port = port;
      return this;
    }

    /**
     * The address it listens on, in place of the loopback interface: {@code 0.0.0.0} for all, as in
     * a container. Then everybody who reaches this machine reaches the sandbox.
     */
    public Builder host(String host) {
      this.host = host;
      return this;
    }

    /** Who is played, in place of Runware. */
    public Builder platform(Platform platform) {
      this.platform = platform;
      return this;
    }

    /** The models it has, in place of the bundled ones. */
    public Builder catalogue(ModelCatalogue catalogue) {
      this.catalogue = catalogue;
      return this;
    }

    /** The keys it lets in, in place of every key that is not blank. */
    public Builder apiKeys(String... apiKeys) {
      this.apiKeys = Set.of(apiKeys);
      return this;
    }

    /** How long it takes to render a result. */
    public Builder renderTime(RenderTime renderTime) {
      this.renderTime = renderTime;
      return this;
    }

    /** How it behaves where the real API leaves a choice. */
    public Builder behavior(SandboxBehavior behavior) {
      this.behavior = behavior;
      return this;
    }

    /** What bounds its memory. */
    public Builder limits(SandboxLimits limits) {
      this.limits = limits;
      return this;
    }

    /**
     * The folder that it goes on from, and keeps its tasks, media and ledger in for the next one.
     * It is made where it is not there; one sandbox at a time has what is in it of a platform.
     */
    public Builder state(Path folder) {
      this.state = folder;
      return this;
    }

    /** What browsers are shown below {@code /docs}, in place of nothing. */
    public Builder pages(PageSource pages) {
      this.pages = pages;
      return this;
    }

    /** What lets requests be written on the page at {@code /}, in place of nothing. */
    public Builder workbench(Workbench workbench) {
      this.workbench = workbench;
      return this;
    }

    /** The JSON Schemas that Runware's clients find below {@code /resolve}, in place of none. */
    public Builder schemas(SchemaSource schemas) {
      this.schemas = schemas;
      return this;
    }

    /** The options as gathered. */
    public SandboxOptions build() {
      return new SandboxOptions(
          port,
          host,
          platform,
          catalogue == null ? ModelCatalogue.bundled() : catalogue,
          apiKeys,
          renderTime,
          behavior,
          limits,
          state,
          pages,
          workbench,
          schemas);
    }
  }
}
