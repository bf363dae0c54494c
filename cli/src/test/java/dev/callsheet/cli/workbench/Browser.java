package dev.callsheet.cli.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * Chromium without a window, driven by its DevTools protocol: real clicks and keys. No host is
 * found but this machine.
 */
final class Browser implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final int SECONDS = 60;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> replies = new ConcurrentHashMap<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final List<String> loaded = new CopyOnWriteArrayList<>();
  private String session = "";

  private Browser(Process process, URI address) {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(address, new Messages())
            .orTimeout(SECONDS, TimeUnit.SECONDS)
            .join();
  }

  static boolean isThere() throws InterruptedException {
    try {
      return new ProcessBuilder("chromium", "--version")
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException none) {
      return false;
    }
  }

  /** Starts one with a profile of its own, with an empty page. */
  static Browser start(Path profile) throws IOException {
    Process process =
        new ProcessBuilder(
                "chromium",
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--hide-scrollbars",
                "--force-color-profile=srgb",
                "--user-data-dir=" + profile,
                "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
                "--remote-debugging-port=0",
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    CompletableFuture<String> address = new CompletableFuture<>();
    Thread log = new Thread(() -> readLog(process, address), "chromium-log");
    log.setDaemon(true);
    log.start();
    Browser browser =
        new Browser(process, URI.create(address.orTimeout(SECONDS, TimeUnit.SECONDS).join()));
    String target =
        browser
            .send("Target.createTarget", object().put("url", "about:blank"))
            .path("targetId")
            .asString();
    browser.session =
        browser
            .send("Target.attachToTarget", object().put("targetId", target).put("flatten", true))
            .path("sessionId")
            .asString();
    for (String domain : List.of("Page", "Runtime", "Network", "Log")) {
      browser.send(domain + ".enable", object());
    }
    return browser;
  }

  /** What it says at its start is where it listens; the rest is read so that it can say it. */
  private static void readLog(Process process, CompletableFuture<String> address) {
    String before = "DevTools listening on ";
    try (BufferedReader lines = process.errorReader(StandardCharsets.UTF_8)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        if (line.startsWith(before)) {
          address.complete(line.substring(before.length()));
        }
      }
      address.completeExceptionally(new IllegalStateException("chromium has ended"));
    } catch (IOException closed) {
      address.completeExceptionally(closed);
    }
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  /** Sends a command, and waits for its result. */
  JsonNode send(String method, ObjectNode parameters) {
    int id = lastId.incrementAndGet();
    ObjectNode message = object().put("id", id).put("method", method);
    message.set("params", parameters);
    if (!session.isEmpty()) {
      message.put("sessionId", session);
    }
    CompletableFuture<JsonNode> reply = new CompletableFuture<>();
    replies.put(id, reply);
    socket.sendText(message.toString(), true).join();
    return reply.orTimeout(SECONDS, TimeUnit.SECONDS).join();
  }

  void open(URI page) {
    send("Page.navigate", object().put("url", page.toString()));
  }

  /** The value of an expression of JavaScript, which may be a promise. */
  JsonNode evaluate(String expression) {
    JsonNode reply =
        send(
            "Runtime.evaluate",
            object()
                .put("expression", expression)
                .put("awaitPromise", true)
                .put("returnByValue", true)
                .put("userGesture", true));
    assertThat(reply.has("exceptionDetails"))
        .as("%s: %s", expression, reply.path("exceptionDetails"))
        .isFalse();
    return reply.path("result").path("value");
  }

  /** Waits, as the page is drawn, until an expression is true. */
  void await(String expression) {
    boolean came =
        evaluate(
                "new Promise((resolve) => { const end = performance.now() + 30000; const look = ()"
                    + " => { let is = false; try { is = Boolean("
                    + expression
                    + ") } catch { } if (is || performance.now() > end) resolve(is); else"
                    + " setTimeout(look, 20); }; look(); })")
            .booleanValue();
    assertThat(came)
        .as("%s; the page says: %s", expression, evaluate("document.body.innerText"))
        .isTrue();
  }

  /** Clicks in the middle of the first element that a selector finds. */
  void click(String selector) {
    clickAt("document.querySelector(" + quoted(selector) + ")");
  }

  /** Clicks in the middle of the button whose text begins so. */
  void clickButton(String text) {
    clickAt(
        "[...document.querySelectorAll('button, summary, a')].find((each) => each.offsetParent &&"
            + " each.textContent.startsWith("
            + quoted(text)
            + "))");
  }

  private void clickAt(String element) {
    await(element);
    JsonNode place =
        evaluate(
            "(() => { const it = "
                + element
                + "; it.scrollIntoView({block: 'center', behavior: 'instant'}); const box ="
                + " it.getBoundingClientRect(); return [box.x + box.width / 2, box.y + box.height /"
                + " 2]; })()");
    for (String type : List.of("mousePressed", "mouseReleased")) {
      send(
          "Input.dispatchMouseEvent",
          object()
              .put("type", type)
              .put("x", place.get(0).doubleValue())
              .put("y", place.get(1).doubleValue())
              .put("button", "left")
              .put("clickCount", 1));
    }
  }

  /** Types a text where the focus is. */
  void type(String text) {
    send("Input.insertText", object().put("text", text));
  }

  /** Presses a key such as {@code Tab} or {@code Enter}. */
  void press(String key, int code) {
    for (String type : List.of("rawKeyDown", "keyUp")) {
      send(
          "Input.dispatchKeyEvent",
          object()
              .put("type", type)
              .put("key", key)
              .put("code", key)
              .put("windowsVirtualKeyCode", code));
    }
  }

  /** The size of the window, and whether its user prefers the dark. */
  void show(int width, int height, boolean isDark) {
    send(
        "Emulation.setDeviceMetricsOverride",
        object()
            .put("width", width)
            .put("height", height)
            .put("deviceScaleFactor", 1)
            .put("mobile", false));
    ObjectNode media = object();
    media
        .putArray("features")
        .addObject()
        .put("name", "prefers-color-scheme")
        .put("value", isDark ? "dark" : "light");
    send("Emulation.setEmulatedMedia", media);
  }

  /** A picture of what is seen. */
  void screenshot(Path file) throws IOException {
    String png = send("Page.captureScreenshot", object()).path("data").asString();
    Files.write(file, Base64.getDecoder().decode(png));
  }

  /** Begins to look for errors and loads anew. */
  void forget() {
    errors.clear();
    loaded.clear();
  }

  /** What went wrong on the page so far, refused resources included. */
  List<String> errors() {
    return errors;
  }

  /** The addresses of all that was loaded. */
  List<String> loaded() {
    return loaded;
  }

  static String quoted(String text) {
    return JSON.writeValueAsString(text);
  }

  @Override
  public void close() {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
  }

  private void receive(JsonNode message) {
    CompletableFuture<JsonNode> reply =
        message.has("id") ? replies.remove(message.path("id").intValue()) : null;
    if (reply != null && message.has("error")) {
      reply.completeExceptionally(new IllegalStateException(message.path("error").toString()));
    } else if (reply != null) {
      reply.complete(message.path("result"));
    }
    JsonNode about = message.path("params");
    switch (message.path("method").asString("")) {
      case "Runtime.exceptionThrown" -> errors.add(about.path("exceptionDetails").toString());
      case "Log.entryAdded" -> errors.add(about.path("entry").toString());
      case "Network.requestWillBeSent" -> loaded.add(about.path("request").path("url").asString());
      default -> {}
    }
  }

  private final class Messages implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      message.append(part);
      if (isLast) {
        JsonNode whole = JSON.readTree(message.toString());
        message.setLength(0);
        receive(whole);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }
}
