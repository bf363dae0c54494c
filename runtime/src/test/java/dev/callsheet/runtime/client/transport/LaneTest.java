package dev.callsheet.runtime.client.transport;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.client.wire.Reply;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

class LaneTest {
  private final List<CompletableFuture<Reply>> underWay = new ArrayList<>();
  private final Transport transport =
      new Transport() {
        @Override
        public CompletableFuture<Reply> exchange(byte[] body) {
          var reply = new CompletableFuture<Reply>();
          underWay.add(reply);
          return reply;
        }

        @Override
        public void close() {}
      };
  private final Lane lane = new Lane(transport, 2);

  @Test
  void letsTheNextStartWhenOneHasEnded() {
    var replies = List.of(send(), send(), send());
    assertThat(underWay).hasSize(2);

    underWay.get(1).complete(answer());

    assertThat(underWay).hasSize(3);
    assertThat(replies.get(0)).isNotDone();
    assertThat(replies.get(1)).isDone();
  }

  @Test
  void startsNoneOnceClosed() {
    var waiting = List.of(send(), send(), send());

    lane.close();
    underWay.get(0).complete(answer());

    assertThat(underWay).hasSize(2);
    assertThat(waiting.get(2)).isNotDone();
  }

  private CompletableFuture<Reply> send() {
    return lane.exchange(new byte[0]);
  }

  private static Reply answer() {
    return new Reply.Answer(200, null, List.of(), List.of());
  }
}
