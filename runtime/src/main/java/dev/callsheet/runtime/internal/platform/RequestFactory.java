package dev.callsheet.runtime.internal.platform;

import dev.callsheet.runtime.internal.transport.ApiKey;
import dev.callsheet.runtime.internal.transport.UserAgent;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Makes the requests of a description. Every one of them carries the key, so none is made to
 * another host than the platform's own: not even where a reply gave the address.
 */
public final class RequestFactory {
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");
  private static final Pattern GROUP = Pattern.compile("\\(\\?<([A-Za-z]\\w*)>");

  private final PlatformProtocol protocol;
  private final URI base;
  private final boolean isOwnBase;
  private final ApiKey key;

  /**
   * A factory.
   *
   * @param endpoint the address to use instead of the description's, such as a local server's; null
   *     for none. Then that host is the only one that sees the key.
   */
  RequestFactory(PlatformProtocol protocol, @Nullable URI endpoint, ApiKey key) {
    this.protocol = protocol;
    this.isOwnBase = endpoint == null;
    this.base = endpoint == null ? protocol.base() : endpoint;
    this.key = key;
  }

  /**
   * A request.
   *
   * @param line its method and path or address, such as {@code POST /{model}}
   * @param names what stands for names in braces
   * @param headers headers of this request alone
   * @param body its body, in JSON unless the headers say another type; null for none
   * @return empty if its address is none, or on a host that may not see the key
   */
  Optional<HttpRequest> request(
      String line,
      Map<String, String> query,
      Map<String, String> names,
      Map<String, String> headers,
      @Nullable BodyPublisher body) {
    var parts = line.split(" ", 2);
    return address(parts[1], query, names)
        .map(
            address -> {
              var request =
                  HttpRequest.newBuilder(address)
                      .header("Accept", accepted())
                      .header("Accept-Encoding", "identity")
                      .header("User-Agent", UserAgent.VALUE)
                      .setHeader(protocol.key().header(), key.in(protocol.key().value()));
              if (body != null) {
                request.setHeader("Content-Type", "application/json");
              }
              protocol.headers().forEach(request::setHeader);
              headers.forEach(request::setHeader);
              return request
                  .method(parts[0], body == null ? BodyPublishers.noBody() : body)
                  .build();
            });
  }

  private String accepted() {
    return protocol.result().bytes() == null ? "application/json" : "application/json, */*;q=0.5";
  }

  /**
   * A request that sends a file to an address which the platform has given, without the key. Never
   * in the clear, unless requests to the platform are.
   *
   * @return empty if it is no such address
   */
  Optional<HttpRequest> fileRequest(
      String method, String target, String contentType, BodyPublisher body) {
    try {
      var address = URI.create(target);
      var isAllowed =
          address.getHost() != null
              && address.getRawUserInfo() == null
              && ("https".equals(address.getScheme())
                  || (!isOwnBase && base.getScheme().equals(address.getScheme())));
      return isAllowed
          ? Optional.of(
              HttpRequest.newBuilder(address)
                  .header("Content-Type", contentType)
                  .header("User-Agent", UserAgent.VALUE)
                  .method(method, body)
                  .build())
          : Optional.empty();
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  private Optional<URI> address(
      String target, Map<String, String> query, Map<String, String> names) {
    var isLink = target.startsWith("{");
    var name = isLink ? target.substring(1, target.length() - 1) : "";
    @Nullable String given = names.get(name);
    @Nullable String template = isLink ? protocol.links().get(name) : target;
    @Nullable String written =
        given != null ? given : template == null ? null : withNames(template, names);
    if (written == null) {
      return Optional.empty();
    }
    var parameters =
        query.entrySet().stream()
            .map(entry -> encoded(entry.getKey()) + "=" + withNames(entry.getValue(), names))
            .sorted()
            .collect(Collectors.joining("&"));
    var text =
        (written.startsWith("/") ? base.toString().replaceAll("/+$", "") : "")
            + written
            + (parameters.isEmpty() ? "" : (written.contains("?") ? "&" : "?") + parameters);
    try {
      var address = URI.create(text);
      return Optional.of(given == null ? relocated(address) : address).filter(this::mayCarryKey);
    } catch (IllegalArgumentException malformed) {
      return Optional.empty();
    }
  }

  /** An address of the description that names its host, where another base stands for them all. */
  private URI relocated(URI address) {
    return isOwnBase || base.getRawAuthority().equals(address.getRawAuthority())
        ? address
        : base.resolve(
            address.getRawPath()
                + (address.getRawQuery() == null ? "" : "?" + address.getRawQuery()));
  }

  private boolean mayCarryKey(URI address) {
    var isHostOwn =
        isOwnBase
            ? protocol.hosts().contains(address.getHost())
                && (address.getPort() == -1 || address.getPort() == base.getPort())
            : base.getRawAuthority().equals(address.getRawAuthority());
    return isHostOwn
        && address.getRawUserInfo() == null
        && base.getScheme().equals(address.getScheme());
  }

  /** The names that a model's id gives: itself, and those of its parts. */
  Map<String, String> modelNames(String model) {
    return modelNames(protocol, model);
  }

  /** The same for any description. */
  public static Map<String, String> modelNames(PlatformProtocol protocol, String model) {
    var names = new LinkedHashMap<String, String>();
    var pattern = protocol.model();
    if (pattern != null) {
      var parts = Pattern.compile(pattern).matcher(model);
      var groups = GROUP.matcher(pattern);
      while (parts.matches() && groups.find()) {
        var part = parts.group(groups.group(1));
        if (part != null) {
          names.put(groups.group(1), part);
        }
      }
    }
    names.put("model", model);
    return names;
  }

  /** The same and, as {@code route}, what the body of a submission says its address is. */
  public static Map<String, String> submissionNames(
      PlatformProtocol protocol, String model, JsonNode body) {
    var names = modelNames(protocol, model);
    var submission = PlatformReply.ofBody(body);
    protocol.submit().routes().stream()
        .filter(route -> route.condition() == null || submission.matches(route.condition()))
        .findFirst()
        .ifPresent(route -> names.put("route", route.path()));
    return names;
  }

  /** Whether there is something to stand for each name in a template. */
  public static boolean namesAll(String template, Map<String, String> names) {
    return NAME.matcher(template).results().allMatch(found -> names.containsKey(found.group(1)));
  }

  /** Slashes of a model's id, and of its parts, are those of its path; other characters escaped. */
  public static String withNames(String template, Map<String, String> names) {
    return NAME.matcher(template)
        .replaceAll(
            found ->
                Matcher.quoteReplacement(
                    Stream.of(names.getOrDefault(found.group(1), "").split("/", -1))
                        .map(RequestFactory::encoded)
                        .collect(Collectors.joining(found.group(1).equals("id") ? "%2F" : "/"))));
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }
}
