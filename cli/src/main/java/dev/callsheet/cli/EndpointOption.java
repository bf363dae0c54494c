package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.RawRequest;
import dev.callsheet.runtime.client.error.ConfigurationException;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import java.net.URI;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where tasks are sent, as a user names it. */
final class EndpointOption {
  @Option(
      names = "--endpoint",
      paramLabel = "URL",
      description =
          "Where tasks are sent; without it, the environment variable "
              + CallsheetClientBuilder.ENDPOINT_VARIABLE
              + ", else the API itself.")
  private @Nullable URI address;

  boolean isSet() {
    return address != null;
  }

  /**
   * The address that the user has chosen for a platform, by option or environment variable.
   *
   * @throws UserErrorException when the variable holds no address
   */
  Optional<URI> chosen(Console console, String platform) {
    String variable = CallsheetClientBuilder.endpointVariable(platform);
    String value = console.environment().getOrDefault(variable, "").strip();
    if (address != null || value.isEmpty()) {
      return Optional.ofNullable(address);
    }
    try {
      return Optional.of(URI.create(value));
    } catch (IllegalArgumentException malformed) {
      throw new UserErrorException(variable + " is no web address: " + value, malformed);
    }
  }

  /** The console's environment, in which a platform's tasks are sent to this address. */
  static Map<String, String> environmentWith(Console console, String platform, URI endpoint) {
    Map<String, String> environment = new HashMap<>(console.environment());
    environment.put(CallsheetClientBuilder.endpointVariable(platform), endpoint.toString());
    return environment;
  }

  /** What the command line of a later process needs to go on here, and to put results there. */
  String resumeOptions(Path out) {
    return (address == null ? "" : " --endpoint " + address)
        + (out.toString().isEmpty() ? "" : " --out " + out);
  }

  /**
   * Settings for a client of all platforms that there is a key to.
   *
   * @param platforms the names of those that it has to have a key to; where there are none, any
   *     will do
   * @throws UserErrorException when a key is missing, or the endpoint is no web address
   */
  CallsheetClientBuilder clientBuilder(
      Console console, ModelCatalogue catalogue, Collection<String> platforms) {
    return clientBuilder(console.environment(), catalogue, platforms);
  }

  /** The same, in another environment than the console's. */
  CallsheetClientBuilder clientBuilder(
      Map<String, String> environment, ModelCatalogue catalogue, Collection<String> platforms) {
    Map<String, String> variables = new TreeMap<>();
    variables.put(RawRequest.PLATFORM, CallsheetClientBuilder.KEY_VARIABLE);
    List<PlatformProtocol> protocols =
        catalogue.platforms().stream().flatMap(each -> Stream.ofNullable(each.protocol())).toList();
    protocols.forEach(each -> variables.put(each.name(), each.key().variable()));
    boolean hasAny = variables.values().stream().anyMatch(variable -> isSet(environment, variable));
    for (String platform :
        platforms.isEmpty() && !hasAny ? List.of(RawRequest.PLATFORM) : platforms) {
      String variable = variables.getOrDefault(platform, "");
      if (!isSet(environment, variable)) {
        throw new UserErrorException(
            platform.equals(RawRequest.PLATFORM)
                ? "there is no API key: set the environment variable "
                    + variable
                    + ", or try it with --sandbox, which needs none"
                : "there is no API key for "
                    + platform
                    + ": set the environment variable "
                    + variable);
      }
    }
    try {
      CallsheetClientBuilder client = CallsheetClient.builder().environment(environment);
      protocols.forEach(client::platform);
      return address == null ? client : client.endpoint(address);
    } catch (ConfigurationException wrong) {
      throw new UserErrorException(String.valueOf(wrong.getMessage()), wrong);
    }
  }

  private static boolean isSet(Map<String, String> environment, String variable) {
    return !environment.getOrDefault(variable, "").isBlank();
  }
}
