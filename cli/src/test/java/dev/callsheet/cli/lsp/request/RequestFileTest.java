package dev.callsheet.cli.lsp.request;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.cli.lsp.json.PartialJson;
import dev.callsheet.cli.lsp.json.PartialJsonReader;
import java.util.List;
import org.junit.jupiter.api.Test;

class RequestFileTest {
  @Test
  void noMoreIsReadThanWhatIsLookedAt() {
    String text = "[{\"a\": [1, 2, 3]}, 2, {\"b\": 1}, \"" + "x".repeat(100) + "\"]";
    List<PartialJson> read = PartialJsonReader.readFirst(3, text, 0, text.length());
    assertThat(read).hasSize(1);
    assertThat(read.get(0))
        .isInstanceOfSatisfying(
            PartialJson.OfList.class,
            list -> {
              assertThat(list.items()).hasSize(3);
              assertThat(list.end()).isLessThan(text.indexOf('x'));
            });
    assertThat(PartialJsonReader.readFirst(2, "{} {} {} {}", 0, 11)).hasSize(2);
  }
}
