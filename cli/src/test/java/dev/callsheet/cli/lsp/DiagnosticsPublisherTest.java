package dev.callsheet.cli.lsp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.lsp.text.DocumentText;
import dev.callsheet.cli.lsp.text.PositionUnit;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.eclipse.lsp4j.Diagnostic;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.PublishDiagnosticsParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentItem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What is published, and in which order. */
@Timeout(value = 1, unit = TimeUnit.MINUTES)
class DiagnosticsPublisherTest {
  private static final Range START = new Range(new Position(0, 0), new Position(0, 0));

  private final BlockingQueue<PublishDiagnosticsParams> published = new LinkedBlockingQueue<>();

  @Test
  void nothingIsPublishedBehindTheEmptyListOfAClosedDocument() throws Exception {
    OpenDocument document = document();
    DiagnosticsPublisher[] used = new DiagnosticsPublisher[1];
    Consumer<PublishDiagnosticsParams> closing =
        result -> {
          if (!result.getDiagnostics().isEmpty()) { // the client closes it at this very moment
            Thread close = new Thread(() -> used[0].forget(document));
            close.start();
            while (close.getState() != Thread.State.BLOCKED && close.isAlive()) {
              Thread.onSpinWait();
            }
          }
          published.add(result);
        };
    try (DiagnosticsPublisher publisher = new DiagnosticsPublisher(closing, e -> {})) {
      used[0] = publisher;
      publisher.schedule(document.version(), version -> List.of(diagnostic("wrong")));
      assertThat(published.take().getDiagnostics()).hasSize(1);
      assertThat(published.take().getDiagnostics()).isEmpty();
    }
  }

  @Test
  void whatWasFoundInADocumentBeforeItWasClosedIsNotPublishedOfItsNextOpening() throws Exception {
    try (DiagnosticsPublisher publisher = new DiagnosticsPublisher(published::add, e -> {})) {
      OpenDocument before = document();
      CountDownLatch running = new CountDownLatch(1);
      CountDownLatch reopened = new CountDownLatch(1);
      publisher.schedule(
          before.version(),
          version -> {
            running.countDown();
            await(reopened);
            return List.of(diagnostic("old"));
          });
      running.await();
      publisher.forget(before);
      publisher.schedule(document().version(), version -> List.of(diagnostic("new")));
      reopened.countDown();
      assertThat(published.take().getDiagnostics()).isEmpty();
      assertThat(published.take().getDiagnostics()).containsExactly(diagnostic("new"));
    }
  }

  private static void await(CountDownLatch latch) {
    try {
      latch.await();
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static Diagnostic diagnostic(String message) {
    return new Diagnostic(START, message);
  }

  private static OpenDocument document() {
    return new OpenDocument(
        new TextDocumentItem("file:///a.json", "json", 1, "{}"),
        new DocumentText("{}", PositionUnit.UTF16));
  }
}
