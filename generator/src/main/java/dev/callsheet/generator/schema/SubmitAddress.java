package dev.callsheet.generator.schema;

import dev.callsheet.runtime.protocol.DryRun;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.Platform;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where a model's requests are posted.
 *
 * @param server the address that the path is below, without a slash at its end; empty where it is
 *     not known
 * @param path begins with a slash, and may have {@code {route}} in it
 * @param routes what {@code {route}} may stand for; empty where it does not occur
 */
record SubmitAddress(String server, String path, List<String> routes) {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final String ROUTE = "route";

  /** The address of a model, by the file of its platform. */
  static SubmitAddress of(@Nullable Platform platform, ModelSpec model) {
    PlatformProtocol protocol = platform == null ? null : platform.protocol();
    DryRun dryRun = platform == null ? null : platform.dryRun();
    if (protocol != null) {
      String request = protocol.submit().request();
      String target = request.substring(request.indexOf(' ') + 1);
      String address = target.startsWith("/") ? protocol.base() + target : target;
      List<String> routes =
          address.contains("{" + ROUTE + "}")
              ? protocol.submit().routes().stream()
                  .map(PlatformProtocol.Route::path)
                  .distinct()
                  .toList()
              : List.of();
      return split(named(address, model.id(), protocol.model()), routes);
    }
    return dryRun != null
        ? split(dryRun.address().toString(), List.of())
        : new SubmitAddress("", "/", List.of());
  }

  /** The key that requests to a platform have to carry. */
  static Optional<PlatformProtocol.Key> key(@Nullable Platform platform) {
    if (platform == null) {
      return Optional.empty();
    }
    PlatformProtocol protocol = platform.protocol();
    return protocol != null
        ? Optional.of(protocol.key())
        : Optional.ofNullable(platform.dryRun()).map(DryRun::key);
  }

  private static SubmitAddress split(String address, List<String> routes) {
    int hostStart = address.indexOf("//") + 2;
    int pathStart = address.indexOf('/', hostStart);
    return pathStart < 0
        ? new SubmitAddress(address, "/", routes)
        : new SubmitAddress(address.substring(0, pathStart), address.substring(pathStart), routes);
  }

  /** A text with the model's id, and what its named parts are, in place of their names. */
  static String named(String text, String id, @Nullable String pattern) {
    String known = pattern == null ? "" : pattern;
    Matcher parts = Pattern.compile(known).matcher(id);
    boolean hasParts = parts.matches();
    return NAME.matcher(text)
        .replaceAll(
            found -> {
              String name = found.group(1);
              String value =
                  name.equals("model")
                      ? id
                      : hasParts && known.contains("(?<" + name + ">")
                          ? parts.group(name)
                          : found.group();
              return Matcher.quoteReplacement(value == null ? "" : value);
            });
  }

  /** Describes what stands for names in the path. */
  void addParameters(ObjectNode path) {
    if (!routes.isEmpty()) {
      ObjectNode parameter = path.putArray("parameters").addObject();
      parameter.put("name", ROUTE).put("in", "path").put("required", true);
      ArrayNode values = parameter.putObject("schema").put("type", "string").putArray("enum");
      routes.forEach(values::add);
    }
  }
}
