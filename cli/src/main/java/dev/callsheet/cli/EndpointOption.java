package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserErrorException;
import dev.callsheet.runtime.client.CallsheetClient;
import dev.callsheet.runtime.client.CallsheetClientBuilder;
import dev.callsheet.runtime.client.error.ConfigurationException;
import java.net.URI;
import java.nio.file.Path;
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

  /** What the command line of a later process needs to go on here, and to put results there. */
  String resumeOptions(Path out) {
    return (address == null ? "" : " --endpoint " + address)
        + (out.toString().isEmpty() ? "" : " --out " + out);
  }

  /**
   * Settings for a client of this endpoint, with the environment's key.
   *
   * @throws UserErrorException when there is no key, or the endpoint is no web address
   */
  CallsheetClientBuilder clientBuilder(Console console) {
    String key = console.environment().getOrDefault(CallsheetClientBuilder.KEY_VARIABLE, "");
    if (key.isBlank()) {
      throw new UserErrorException(
          "there is no API key: set the environment variable "
              + CallsheetClientBuilder.KEY_VARIABLE
              + ", or try it with --sandbox, which needs none");
    }
    try {
      CallsheetClientBuilder client = CallsheetClient.builder().environment(console.environment());
      return address == null ? client : client.endpoint(address);
    } catch (ConfigurationException wrong) {
      throw new UserErrorException(String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
