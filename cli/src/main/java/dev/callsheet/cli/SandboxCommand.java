package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.ExitStatus;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.cli.option.SpecOptions;
import dev.callsheet.cli.workbench.RequestWorkbench;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.sandbox.Sandbox;
import dev.callsheet.sandbox.SandboxOptions;
import dev.callsheet.sandbox.behavior.DurationParser;
import dev.callsheet.sandbox.behavior.RenderTime;
import dev.callsheet.sandbox.behavior.SandboxLimits;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import dev.callsheet.spec.parser.PlatformParser;
import dev.callsheet.spec.source.SpellingSuggestion;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code callsheet sandbox}: local servers. */
@Command(
    name = "sandbox",
    description = "Start a local server that behaves as a platform does, by the specs.",
    footerHeading =
        "%nPoint a client to it with --endpoint, CALLSHEET_ENDPOINT or, of another platform than"
            + " Runware, CALLSHEET_ENDPOINT_<PLATFORM>; any key will do. In a browser, requests"
            + " are written and tasks watched at /, and the pages of its models are at"
            + " /docs.%n%nResults are made as MP4, MOV and WEBM; JPG, PNG, WEBP and SVG; MP3, WAV,"
            + " FLAC and OGG; and GLB. In place of another format a request is refused, or, of"
            + " another platform than Runware, gets the usual one, which the ledger says.%n")
final class SandboxCommand implements Callable<Integer> {
  private static final String YAML = ".yaml";

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description =
          "After --, a command to run with the addresses and keys in its environment; the sandbox"
              + " ends with it.")
  private List<String> command = List.of();

  @Option(
      names = "--platform",
      paramLabel = "PLATFORM",
      description =
          "Who is played: a platform's name, or its file in platforms/ of your specs (default:"
              + " runware). Several are played on ports of their own.")
  private List<String> platforms = List.of(RawRequest.PLATFORM);

  @Option(
      names = "--port",
      paramLabel = "N",
      description =
          "The TCP port on 127.0.0.1, up to 65535; any that is free without it. A second platform"
              + " gets the port after it.")
  private int port;

  @Option(
      names = "--host",
      paramLabel = "ADDRESS",
      description =
          "The address to listen on in place of 127.0.0.1, such as 0.0.0.0 in a container. Whoever"
              + " reaches it can use the sandbox.")
  private String host = "127.0.0.1";

  @Option(
      names = "--render-time",
      paramLabel = "TIME",
      description = "How long a result takes, such as 250ms (default: 1.5s).")
  private Duration renderTime = Duration.ofMillis(1500);

  @Option(
      names = "--keep",
      paramLabel = "TIME,N",
      split = ",",
      description =
          "How long what is finished is kept, and how many tasks: a time, a number or both"
              + " (default: 1d,20000). What is forgotten is free to be used again.")
  private List<String> keep = List.of();

  @Option(
      names = "--state",
      paramLabel = "DIR",
      description =
          "Keep tasks, media and ledger in this folder, and go on from what is in it. It is made"
              + " where it is not there; one sandbox of a platform has it at a time.")
  private @Nullable Path state;

  @Mixin private final SandboxBehaviorOptions behavior = new SandboxBehaviorOptions();
  @Mixin private final SpecOptions specs = new SpecOptions();
  private final Console console;

  SandboxCommand(Console console) {
    this.console = console;
  }

  @Override
  public Integer call() throws InterruptedException {
    try (SandboxGroup group = SandboxGroup.start(options())) {
      group.warnings().forEach(console.err()::println);
      PrintWriter lines = command.isEmpty() ? console.out() : console.err();
      group.sandboxes().forEach(sandbox -> lines.println(sandbox.startLine()));
      if (!command.isEmpty()) {
        return run(group);
      }
      for (Sandbox sandbox : group.sandboxes()) {
        sandbox.join();
      }
    }
    return ExitStatus.DONE;
  }

  private int run(SandboxGroup group) throws InterruptedException {
    ProcessBuilder process = new ProcessBuilder(command).inheritIO();
    restoreLocale(process.environment());
    process.environment().putAll(group.environment());
    try {
      return process.start().waitFor();
    } catch (IOException failed) {
      throw new UserErrorException(
          "`" + command.get(0) + "` cannot be run: " + failed.getMessage(), failed);
    }
  }

  /** The launching script changes LC_ALL for Java; a command that is run has it as it was. */
  private static void restoreLocale(Map<String, String> environment) {
    String before = System.getProperty("callsheet.caller.locale");
    if (before != null && before.isEmpty()) {
      environment.remove("LC_ALL");
    } else if (before != null) {
      environment.put("LC_ALL", before);
    }
  }

  private List<SandboxOptions> options() {
    ModelCatalogue catalogue = specs.catalogue(specDirectories());
    ModelPages pages = new ModelPages(catalogue);
    List<SandboxOptions> all = new ArrayList<>();
    for (String platform : platforms) {
      try {
        SandboxOptions.Builder one =
            SandboxOptions.builder()
                .host(host)
                .port(port == 0 ? 0 : port + all.size())
                .platform(platform(catalogue, name(platform)))
                .catalogue(catalogue)
                .pages(pages)
                .schemas(new ModelSchemas())
                .workbench(new RequestWorkbench(catalogue, name(platform), pages::address))
                .renderTime(RenderTime.fixed(renderTime))
                .behavior(behavior.behavior())
                .limits(limits());
        if (state != null) {
          one.state(state);
        }
        all.add(one.build());
      } catch (IllegalArgumentException wrong) {
        throw new UserErrorException(String.valueOf(wrong.getMessage()), wrong);
      }
    }
    return all;
  }

  private SandboxLimits limits() {
    SandboxLimits limits = SandboxLimits.defaults();
    for (String given : keep) {
      limits =
          given.matches("\\d{1,9}")
              ? limits.keep(limits.keepTime(), Integer.parseInt(given))
              : limits.keep(DurationParser.parse(given), limits.keepTasks());
    }
    return limits;
  }

  /** The specs that the files of platforms lie in. */
  private List<Path> specDirectories() {
    return platforms.stream()
        .filter(one -> one.endsWith(YAML))
        .map(this::specDirectory)
        .distinct()
        .toList();
  }

  private Path specDirectory(String platform) {
    Path file = Path.of(platform).toAbsolutePath().normalize();
    Path folder = file.getParent();
    Path specDirectory = folder == null ? null : folder.getParent();
    if (!Files.isRegularFile(file)) {
      throw new UserErrorException("--platform " + platform + ": there is no such file");
    }
    if (specDirectory == null || !file.startsWith(specDirectory.resolve(PlatformParser.FOLDER))) {
      throw new UserErrorException(
          "--platform "
              + platform
              + ": the file of a platform lies in "
              + PlatformParser.FOLDER
              + " of your specs");
    }
    return specDirectory;
  }

  private static String name(String platform) {
    Path file = Path.of(platform).getFileName();
    return platform.endsWith(YAML) && file != null
        ? file.toString().substring(0, file.toString().length() - YAML.length())
        : platform;
  }

  private static Platform platform(ModelCatalogue catalogue, String name) {
    return catalogue
        .platform(name)
        .orElseThrow(
            () ->
                new UserErrorException(
                    "there is no platform '"
                        + name
                        + "'"
                        + SpellingSuggestion.nearest(
                                name, catalogue.platforms().stream().map(Platform::name).toList())
                            .map(near -> "; did you mean '" + near + "'?")
                            .orElse("; `callsheet platforms` lists those known")));
  }
}
