package dev.callsheet.maven;

import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.DurationParser;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxBehavior;
import dev.callsheet.sandbox.behavior.UnknownModelPolicy;
import dev.callsheet.sandbox.behavior.WireFault;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;

/**
 * What a build says of its sandboxes.
 *
 * @param platforms who is played, by name; Runware where it names nobody
 * @param port of the first, the others follow; 0 for free ones
 * @param apiKeys that are accepted; all if empty
 * @param renderTime such as {@code 250ms}
 * @param faults in the form of the command line
 * @param passUnknown whether models are accepted that no spec describes
 */
record SandboxSettings(
    List<String> platforms,
    int port,
    List<String> apiKeys,
    String renderTime,
    List<String> faults,
    boolean passUnknown) {

  /** One for each platform, in their order. */
  List<SandboxOptions> options(ModelCatalogue catalogue) throws MojoExecutionException {
    List<String> names = platforms.isEmpty() ? List.of(RawRequest.PLATFORM) : platforms;
    List<SandboxOptions> all = new ArrayList<>();
    for (String name : names) {
      all.add(options(catalogue, platform(catalogue, name), port == 0 ? 0 : port + all.size()));
    }
    return all;
  }

  private SandboxOptions options(ModelCatalogue catalogue, Platform platform, int portOfPlatform)
      throws MojoExecutionException {
    try {
      WireFault[] parsedFaults = faults.stream().map(WireFault::parse).toArray(WireFault[]::new);
      return SandboxOptions.builder()
          .port(portOfPlatform)
          .platform(platform)
          .catalogue(catalogue)
          .apiKeys(apiKeys.toArray(String[]::new))
          .renderTime(RenderTime.fixed(DurationParser.parse(renderTime)))
          .behavior(
              SandboxBehavior.builder()
                  .wireFaults(parsedFaults)
                  .unknownModel(
                      passUnknown ? UnknownModelPolicy.ACCEPTED : UnknownModelPolicy.REFUSED)
                  .build())
          .build();
    } catch (IllegalArgumentException e) {
      throw new MojoExecutionException("The sandbox is set up wrongly: " + e.getMessage() + ".");
    }
  }

  private static Platform platform(ModelCatalogue catalogue, String name)
      throws MojoExecutionException {
    Optional<Platform> platform = catalogue.platform(name);
    if (platform.isPresent()) {
      return platform.get();
    }
    List<String> known = catalogue.platforms().stream().map(Platform::name).sorted().toList();
    throw new MojoExecutionException(
        "There is no platform "
            + name
            + SpellingSuggestion.nearest(name, known)
                .map(near -> ". Did you mean <platform>" + near + "</platform>?")
                .orElse(": the specs know " + String.join(", ", known) + "."));
  }
}
