package dev.callsheet.runtime.client.media;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is uploaded is never whole in memory: a process with a heap far below its size sends it. */
class LargeUploadTest {
  private static final long SIZE = 100L << 20;
  private static final String MEDIA = "0b6f4f7e-3c51-4a8e-9d3a-2f6b1f0c9f11";

  @TempDir Path directory;

  @Test
  void sendsAHundredMegabytesFromAHeapOfThirtyTwo() throws Exception {
    var received = new CompletableFuture<Long>();
    var server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext(
        "/v1",
        exchange -> {
          received.complete(count(exchange.getRequestBody()));
          var reply =
              "{\"data\":[{\"taskType\":\"mediaStorage\",\"mediaUUID\":\"%s\"}]}"
                  .formatted(MEDIA)
                  .getBytes(UTF_8);
          exchange.sendResponseHeaders(200, reply.length);
          exchange.getResponseBody().write(reply);
          exchange.close();
        });
    server.start();
    try {
      var endpoint = "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";

      assertThat(run(endpoint, sparseFile())).isEqualTo(MEDIA);
      assertThat(received.get(1, TimeUnit.SECONDS)).isBetween(SIZE * 4 / 3, SIZE * 4 / 3 + 500);
    } finally {
      server.stop(0);
    }
  }

  private Path sparseFile() throws IOException {
    var file = directory.resolve("large.bin");
    try (var channel =
        FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
      channel.write(ByteBuffer.wrap(new byte[1]), SIZE - 1);
    }
    return file;
  }

  private static String run(String endpoint, Path file) throws Exception {
    var process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx32m",
                "-cp",
                System.getProperty("java.class.path"),
                LargeUpload.class.getName(),
                endpoint,
                file.toString())
            .redirectErrorStream(true)
            .start();
    var output = new String(process.getInputStream().readAllBytes(), UTF_8);
    process.waitFor();
    return output;
  }

  private static long count(InputStream body) throws IOException {
    var buffer = new byte[1 << 16];
    long total = 0;
    for (var count = body.read(buffer); count >= 0; count = body.read(buffer)) {
      total += count;
    }
    return total;
  }
}
