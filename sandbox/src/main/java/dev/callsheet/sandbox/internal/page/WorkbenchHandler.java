package dev.callsheet.sandbox.internal.page;

import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.http.MethodRefusal;
import dev.callsheet.sandbox.internal.http.PreparedHttpReply;
import dev.callsheet.sandbox.internal.http.RequestBodies;
import dev.callsheet.sandbox.internal.json.ExactDecimalJson;
import dev.callsheet.sandbox.internal.json.StrictUtf8;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import dev.callsheet.sandbox.page.Workbench;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.Fields;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;

/**
 * {@code GET /} and what is below {@code /workbench/}: the page, and what it asks for. Browsers are
 * told to load nothing from elsewhere, to run nothing that is written in the page, and to show it
 * in no other page.
 */
public final class WorkbenchHandler extends Handler.Abstract {
  /** What the addresses begin with that the page asks for. */
  public static final String PATH = "/workbench/";

  /** And those of media: the context of another handler. */
  public static final String MEDIA = PATH + "media/";

  private static final int OK = 200;
  private static final int BAD_REQUEST = 400;
  private static final int NOT_FOUND = 404;

  /** A server sends no body where it is asked for the head alone. */
  private static final Set<String> READ = new TreeSet<>(Set.of("GET", "HEAD"));

  private static final Set<String> CHANGES_OF_FAULTS = new TreeSet<>(Set.of("DELETE", "POST"));
  private static final Map<String, String> HEADERS =
      Map.of(
          "Content-Security-Policy",
          "default-src 'none'; script-src 'self'; style-src 'self'; connect-src 'self';"
              + " img-src 'self' data:; media-src 'self'; base-uri 'none'; form-action 'none';"
              + " frame-ancestors 'none'",
          "X-Content-Type-Options",
          "nosniff",
          "Referrer-Policy",
          "no-referrer",
          "Cache-Control",
          "no-store");

  private final PageFiles files = new PageFiles();
  private final URI sandbox;
  private final String key;
  private final JsonNode about;
  private final TaskFeed feed;
  private final FaultControl faults;
  private final Workbench workbench;
  private final RequestBodies bodies;
  private final @Nullable String targetHeader;

  /**
   * Serves the page.
   *
   * @param sandbox where it is
   * @param key one that it accepts
   * @param about what it says of the sandbox
   * @param targetHeader the header by which a client of the platform names the address that it
   *     means: what has it is not for the page; null for none
   */
  public WorkbenchHandler(
      URI sandbox,
      String key,
      JsonNode about,
      TaskFeed feed,
      FaultControl faults,
      Workbench workbench,
      RequestBodies bodies,
      @Nullable String targetHeader) {
    this.sandbox = sandbox;
    this.key = key;
    this.about = about;
    this.feed = feed;
    this.faults = faults;
    this.workbench = workbench;
    this.bodies = bodies;
    this.targetHeader = targetHeader;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    if (targetHeader != null && request.getHeaders().contains(targetHeader)) {
      return false;
    }
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    boolean isRead = READ.contains(request.getMethod());
    if (path.equals("/") && isRead) {
      send(file(PageFiles.FIRST), response, callback);
      return true;
    }
    if (!path.startsWith(PATH) || path.startsWith(MEDIA)) {
      return false;
    }
    String name = path.substring(PATH.length());
    Set<String> methods = methods(name);
    if (!methods.isEmpty() && !methods.contains(request.getMethod())) {
      send(MethodRefusal.of(methods), response, callback);
    } else if (isRead) {
      send(reply(name, Request.extractQueryParameters(request)), response, callback);
    } else {
      bodies.read(
          request,
          response,
          callback,
          body -> send(change(request.getMethod() + " " + name, body), response, callback));
    }
    return true;
  }

  /** How what has this name is asked for; not at all where there is nothing of it. */
  private Set<String> methods(String name) {
    return switch (name) {
      case "about", "feed", "exchanges", "models", "model" -> READ;
      case "review" -> Set.of("POST");
      case "faults" -> CHANGES_OF_FAULTS;
      default -> files.find(name).isPresent() ? READ : Set.of();
    };
  }

  private static void send(PreparedHttpReply reply, Response response, Callback callback) {
    PreparedHttpReply whole = reply;
    for (Map.Entry<String, String> header : HEADERS.entrySet()) {
      whole = whole.withHeader(header.getKey(), header.getValue());
    }
    whole.send(response, callback);
  }

  private PreparedHttpReply reply(String name, Fields query) {
    return switch (name) {
      case "about" -> json(about);
      case "feed" ->
          json(
              feed.after(number(query, "event"), number(query, "exchange"))
                  .set("faults", faults.shown()));
      case "exchanges" -> {
        String task = query.getValue("task");
        yield json(task == null ? feed.exchange(number(query, "id")) : feed.exchangesAbout(task));
      }
      case "models" -> json(workbench.models());
      case "model" ->
          workbench
              .model(Objects.requireNonNullElse(query.getValue("id"), ""))
              .map(WorkbenchHandler::json)
              .orElseGet(WorkbenchHandler::notFound);
      default -> file(name);
    };
  }

  private PreparedHttpReply change(String what, byte[] body) {
    return switch (what) {
      case "POST review" ->
          reading(body, asked -> workbench.review(asked.path("text").asString(""), sandbox, key));
      case "POST faults" ->
          reading(
              body,
              asked -> {
                faults.set(asked);
                return faults.shown();
              });
      case "DELETE faults" -> {
        faults.clear();
        yield json(faults.shown());
      }
      default -> notFound();
    };
  }

  private static PreparedHttpReply reading(byte[] body, Function<JsonNode, JsonNode> answer) {
    Optional<String> text = StrictUtf8.decode(body);
    if (text.isEmpty()) {
      return error(BAD_REQUEST, "invalidEncoding", "The body is not UTF-8.");
    }
    try {
      return json(answer.apply(ExactDecimalJson.MAPPER.readTree(text.get())));
    } catch (JacksonException e) {
      return error(BAD_REQUEST, "invalidJSON", "The body is not JSON: " + e.getOriginalMessage());
    } catch (IllegalArgumentException e) {
      return error(BAD_REQUEST, "invalidRequest", String.valueOf(e.getMessage()));
    }
  }

  private PreparedHttpReply file(String name) {
    return files
        .find(name)
        .map(file -> PreparedHttpReply.text(OK, file.mediaType(), file.text()))
        .orElseGet(WorkbenchHandler::notFound);
  }

  private static PreparedHttpReply json(JsonNode content) {
    return PreparedHttpReply.json(OK, content);
  }

  private static PreparedHttpReply notFound() {
    return error(NOT_FOUND, "notFound", "The page has nothing of this name.");
  }

  private static PreparedHttpReply error(int status, String code, String message) {
    return PreparedHttpReply.json(
        status, FaultPayloads.errorEnvelope(ErrorEntry.of(code, message)));
  }

  private static long number(Fields query, String name) {
    String given = query.getValue(name);
    try {
      return given == null ? 0 : Long.parseLong(given);
    } catch (NumberFormatException e) {
      return 0;
    }
  }
}
