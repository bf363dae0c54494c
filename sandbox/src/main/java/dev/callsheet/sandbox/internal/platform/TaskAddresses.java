package dev.callsheet.sandbox.internal.platform;

import dev.callsheet.runtime.internal.platform.RequestFactory;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * The addresses that are about a task: those of the description, and for links of which it says
 * only where a reply has them, ones of our own.
 *
 * @param protocol the description
 * @param endpoint what its paths begin at here
 */
record TaskAddresses(PlatformProtocol protocol, URI endpoint) {
  /** The address of a link. */
  String link(String name, PlatformTask task) {
    Map<String, String> names = RequestFactory.modelNames(protocol, task.model());
    names.put("id", task.id());
    return endpoint.toString().replaceAll("/+$", "") + RequestFactory.withNames(path(name), names);
  }

  /** The address of a request, with other parameters. */
  String page(PlatformCall call, Map<String, String> parameters) {
    Map<String, String> all = new TreeMap<>(call.query());
    all.putAll(parameters);
    return endpoint.resolve(call.path())
        + all.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + encoded(entry.getValue()))
            .collect(Collectors.joining("&", "?", ""));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  /** The pattern of a request, which may be to a link such as {@code GET {poll}}. */
  RequestPattern pattern(String line) {
    String[] parts = line.split(" ", 2);
    String target = parts[1];
    boolean isLink = target.startsWith("{");
    return RequestPattern.of(
        isLink ? parts[0] + " " + path(target.substring(1, target.length() - 1)) : line,
        protocol.base());
  }

  private String path(String link) {
    String known = protocol.links().get(link);
    return known == null ? "/tasks/{id}/" + link : known;
  }
}
