package dev.callsheet.cli;

import dev.callsheet.cli.console.Console;
import dev.callsheet.cli.console.UserMistake;
import dev.callsheet.runtime.client.RunwareClient;
import dev.callsheet.runtime.client.RunwareClientBuilder;
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
              + RunwareClientBuilder.ENDPOINT_VARIABLE
              + ", else the API itself.")
  private @Nullable URI address;

  boolean isNamed() {
    return address != null;
  }

  /** What the command line of a later process needs to go on here, and to put results there. */
  String hint(Path out) {
    return (address == null ? "" : " --endpoint " + address)
        + (out.toString().isEmpty() ? "" : " --out " + out);
  }

  /**
   * Settings for a client of this endpoint, with the environment's key.
   *
   * @throws UserMistake when there is no key, or the endpoint is no web address
   */
  RunwareClientBuilder client(Console console) {
    String key = console.environment().getOrDefault(RunwareClientBuilder.KEY_VARIABLE, "");
    if (key.isBlank()) {
      throw new UserMistake(
          "there is no API key: set the environment variable "
              + RunwareClientBuilder.KEY_VARIABLE
              + ", or try it with --sandbox, which needs none");
    }
    try {
      RunwareClientBuilder client = RunwareClient.builder().environment(console.environment());
      return address == null ? client : client.endpoint(address);
    } catch (ConfigurationException wrong) {
      throw new UserMistake(String.valueOf(wrong.getMessage()), wrong);
    }
  }
}
