package dev.callsheet.runtime.client;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Virtual threads are there from Java 21 on; the client is not to hold their carriers. */
class VirtualThreadTest extends ClientTest {
  private static final int THREADS = 200;

  @ParameterizedTest
  @EnumSource(TransportKind.class)
  void servesAThreadPerJobWhereThreadsAreVirtual(TransportKind kind) throws Exception {
    var start = startVirtualThread();
    if (start == null) {
      System.out.println("Skipped: VirtualThreadTest needs JDK 21 or later");
    }
    assumeThat(start).as("virtual threads").isNotNull();
    ScriptedPlatform.Script script =
        call ->
            call.isPoll()
                ? ScriptedResponse.data(
                    call.tasks()
                        .valueStream()
                        .map(task -> success(task.path("taskUUID").asString()))
                        .toArray(String[]::new))
                : ScriptedResponse.data(call.ack());
    var server = kind == TransportKind.HTTP ? server(script) : closing(new ScriptedSocket(script));
    var client = client(server);
    var ends = IntStream.range(0, THREADS).mapToObj(i -> new CompletableFuture<Integer>()).toList();

    for (var end : ends) {
      Runnable life = () -> end.complete(client.submit(ClipRequest.of(1)).await(LONG).size());
      requireNonNull(start).invoke(null, life);
    }

    for (var end : ends) {
      assertThat(end.orTimeout(LONG.toSeconds(), TimeUnit.SECONDS).join()).isEqualTo(1);
    }
  }

  private static String success(String task) {
    return "{\"taskUUID\":\"%s\",\"status\":\"success\",\"videoUUID\":\"%s\"}"
        .formatted(task, UUID.randomUUID());
  }

  /** {@code Thread.startVirtualThread}; null before Java 21. */
  private static @Nullable Method startVirtualThread() {
    return Arrays.stream(Thread.class.getMethods())
        .filter(method -> method.getName().equals("startVirtualThread"))
        .findFirst()
        .orElse(null);
  }
}
