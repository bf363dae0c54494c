package dev.callsheet.benchmarks.jobs;

import dev.callsheet.benchmarks.environment.BenchmarkDirectories;
import dev.callsheet.benchmarks.report.BenchmarkComparison;
import dev.callsheet.benchmarks.report.DisagreementException;
import dev.callsheet.benchmarks.report.FigureFormat;
import dev.callsheet.benchmarks.report.MarkdownTable;
import dev.callsheet.benchmarks.report.PerformanceGoal;
import dev.callsheet.benchmarks.report.ReportSection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;

/**
 * A sandbox that is sent very many tasks, of which it keeps some, and one that many callers send to
 * slowly. {@code -Dcallsheet.benchmarks.tasks=20000} tries it with fewer tasks.
 */
public final class SandboxLoad implements BenchmarkComparison {
  private static final int TASKS = Integer.getInteger("callsheet.benchmarks.tasks", 1_000_000);
  private static final int KEPT = 10_000;
  private static final int HEAP_MB = 256;
  private static final int PER_REQUEST = 100;
  private static final int AT_ONCE = 8;
  private static final int SLOW_CALLERS = 300;

  private final HttpClient client = HttpClient.newHttpClient();

  /**
   * What was seen of the memory.
   *
   * @param seconds for all tasks
   * @param early MB when a tenth of the tasks had been sent, and more than are kept
   * @param late MB when all had been sent
   */
  private record MemoryRun(double seconds, double early, double late) {}

  @Override
  public ReportSection measure(BenchmarkDirectories workplace)
      throws IOException, InterruptedException {
    MemoryRun memory;
    double alone;
    double beside;
    List<String> options = List.of("--render-time", "0ms", "--keep", Integer.toString(KEPT));
    try (SandboxProcess sandbox =
        SandboxProcess.start(
            workplace,
            workplace.folder("load"),
            options,
            Map.of("JAVA_TOOL_OPTIONS", "-Xmx" + HEAP_MB + "m"))) {
      memory = sendAll(sandbox);
      alone = milliseconds(sandbox);
      beside = millisecondsBesideSlowCallers(sandbox);
    }
    MarkdownTable table = new MarkdownTable("sandbox", "");
    table.row("tasks sent", Integer.toString(TASKS));
    table.row("tasks a second", FigureFormat.of(TASKS / memory.seconds(), ""));
    table.row("memory after a tenth", FigureFormat.of(memory.early(), " MB"));
    table.row("memory after all", FigureFormat.of(memory.late(), " MB"));
    table.row("a request alone", FigureFormat.of(alone, " ms"));
    table.row("beside " + SLOW_CALLERS + " slow callers", FigureFormat.of(beside, " ms"));
    return new ReportSection(
        "P9",
        "a sandbox under load",
        "Async tasks for one video each, a hundred in a request, eight requests at a time, to a sandbox that keeps "
            + KEPT
            + " of them and has a heap of "
            + HEAP_MB
            + " MB. Memory is that of the whole process. A slow caller has sent the beginning of a request, and"
            + " nothing more.",
        List.of(table),
        List.of(
            PerformanceGoal.atMost(
                "memory after all, of that after a tenth",
                1.5,
                memory.late() / memory.early(),
                " x"),
            PerformanceGoal.atMost("a request beside slow callers", 1000, beside, " ms")));
  }

  private MemoryRun sendAll(SandboxProcess sandbox) throws IOException {
    long start = System.nanoTime();
    double early = 0;
    List<CompletableFuture<Void>> running = new ArrayList<>();
    for (int sent = 0; sent < TASKS; sent += PER_REQUEST) {
      if (running.size() == AT_ONCE) {
        CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new)).join();
        running.clear();
      }
      if (early == 0 && sent >= Math.max(TASKS / 10, 2 * KEPT)) {
        early = sandbox.residentMegabytes();
      }
      running.add(send(sandbox, PER_REQUEST).thenAccept(SandboxLoad::requireAccepted));
    }
    CompletableFuture.allOf(running.toArray(CompletableFuture<?>[]::new)).join();
    double seconds = (System.nanoTime() - start) / 1e9;
    return new MemoryRun(seconds, early, sandbox.residentMegabytes());
  }

  private CompletableFuture<HttpResponse<String>> send(SandboxProcess sandbox, int tasks) {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(sandbox.endpoint()))
            .header("Authorization", "Bearer any-key-will-do")
            .POST(HttpRequest.BodyPublishers.ofString(tasks(tasks)))
            .build();
    return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
  }

  private static void requireAccepted(HttpResponse<String> response) {
    if (response.statusCode() != 200) {
      throw new DisagreementException("the sandbox refuses: " + response.body());
    }
  }

  private static String tasks(int count) {
    ArrayNode tasks = JsonMapper.shared().createArrayNode();
    for (int i = 0; i < count; i++) {
      tasks
          .addObject()
          .put("taskType", "videoInference")
          .put("taskUUID", UUID.randomUUID().toString())
          .put("model", "klingai:kling-video@o3-pro")
          .put("positivePrompt", "A kite crosses a harbour at noon")
          .put("width", 1920)
          .put("height", 1080)
          .put("deliveryMethod", "async");
    }
    return tasks.toString();
  }

  private double milliseconds(SandboxProcess sandbox) {
    long start = System.nanoTime();
    requireAccepted(send(sandbox, 1).join());
    return (System.nanoTime() - start) / 1e6;
  }

  private double millisecondsBesideSlowCallers(SandboxProcess sandbox) throws IOException {
    List<Socket> slow = new ArrayList<>();
    try {
      for (int i = 0; i < SLOW_CALLERS; i++) {
        int port = URI.create(sandbox.endpoint()).getPort();
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        slow.add(socket);
        String begin = "POST /v1 HTTP/1.1\r\nHost: localhost\r\nContent-Length: 100\r\n\r\n[{";
        socket.getOutputStream().write(begin.getBytes(StandardCharsets.US_ASCII));
      }
      return milliseconds(sandbox);
    } finally {
      for (Socket socket : slow) {
        socket.close();
      }
    }
  }
}
