package dev.callsheet.benchmarks.editor;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A client of a language server in a process of its own, which asks one thing at a time: JSON-RPC
 * with a header, by nobody's library, so that what is measured is the server.
 */
final class LanguageServerClient implements AutoCloseable {
  private static final JsonMapper JSON = JsonMapper.shared();
  private static final String LENGTH = "content-length:";

  private final Process process;
  private final OutputStream out;
  private final InputStream in;
  private int lastId;

  LanguageServerClient(List<String> command) throws IOException {
    process = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    out = process.getOutputStream();
    in = new BufferedInputStream(process.getInputStream());
  }

  void send(String method, Object parameters) throws IOException {
    write(Map.of("jsonrpc", "2.0", "method", method, "params", parameters));
  }

  /** Asks, and waits for the answer. */
  JsonNode ask(String method, Object parameters) throws IOException {
    int id = ++lastId;
    write(Map.of("jsonrpc", "2.0", "id", id, "method", method, "params", parameters));
    JsonNode answer = await(message -> !message.has("method") && message.path("id").asInt() == id);
    if (answer.has("error")) {
      throw new IOException(method + ": " + answer.path("error"));
    }
    return answer.path("result");
  }

  /** Waits for a message; others that come before it are passed over. */
  JsonNode await(Predicate<JsonNode> wanted) throws IOException {
    JsonNode message;
    do {
      message = JSON.readTree(in.readNBytes(length()));
    } while (!wanted.test(message));
    return message;
  }

  private int length() throws IOException {
    int length = -1;
    for (String line = line(); !line.isEmpty(); line = line()) {
      if (line.toLowerCase(Locale.ROOT).startsWith(LENGTH)) {
        length = Integer.parseInt(line.substring(LENGTH.length()).strip());
      }
    }
    return length;
  }

  private String line() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        throw new EOFException("the server has ended");
      }
      line.append((char) next);
    }
    return line.toString().strip();
  }

  private void write(Object message) throws IOException {
    byte[] body = JSON.writeValueAsBytes(message);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  @Override
  public void close() throws IOException {
    ask("shutdown", Map.of());
    send("exit", Map.of());
    out.close();
    try {
      process.waitFor();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      process.destroyForcibly();
    }
  }
}
