package dev.callsheet.sandbox.internal.platform;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A request of a description, turned round: says whether a request that came is one, and what its
 * address has in place of the names in braces.
 *
 * @param method such as {@code POST}
 * @param host where it is sent to
 * @param path a regular expression with a group for each name
 * @param names in the order of the groups
 */
record RequestPattern(String method, String host, Pattern path, List<String> names) {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /**
   * Reads a request.
   *
   * @param line its method and path or address, such as {@code POST /{model}}
   * @param base the address that paths begin at
   */
  static RequestPattern of(String line, URI base) {
    String[] parts = line.split(" ", 2);
    String target = parts[1].replaceFirst("\\?.*", "");
    boolean isAddress = target.startsWith("https://");
    String host = isAddress ? target.substring("https://".length()).split("/", 2)[0] : "";
    String path =
        isAddress
            ? target.substring("https://".length() + host.length())
            : base.getRawPath().replaceAll("/+$", "") + target;
    List<String> names = new ArrayList<>();
    StringBuilder regex = new StringBuilder();
    Matcher name = NAME.matcher(path);
    int from = 0;
    while (name.find()) {
      regex.append(Pattern.quote(path.substring(from, name.start())));
      regex.append(name.group(1).equals("id") ? "([^/]+)" : "(.+?)"); // a model's id has slashes
      names.add(name.group(1));
      from = name.end();
    }
    regex.append(Pattern.quote(path.substring(from)));
    return new RequestPattern(
        parts[0],
        isAddress ? host : base.getHost(),
        Pattern.compile(regex.toString()),
        List.copyOf(names));
  }

  /** What stands for the names in a request that is one; empty where it is another. */
  Optional<Map<String, String>> match(PlatformCall call) {
    if (!method.equals(call.method()) || !call.host().map(host::equals).orElse(true)) {
      return Optional.empty();
    }
    Matcher found = path.matcher(call.path());
    if (!found.matches()) {
      return Optional.empty();
    }
    Map<String, String> values = new LinkedHashMap<>();
    for (int i = 0; i < names.size(); i++) {
      values.put(
          names.get(i),
          URLDecoder.decode(found.group(i + 1).replace("+", "%2B"), StandardCharsets.UTF_8));
    }
    return Optional.of(values);
  }
}
