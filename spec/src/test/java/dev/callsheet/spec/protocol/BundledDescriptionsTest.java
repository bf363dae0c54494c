package dev.callsheet.spec.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.Platform;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The client comes with the descriptions of the bundled platforms, as their files have them; {@code
 * -Dgolden.update=true} writes them down.
 */
class BundledDescriptionsTest {
  private static final Path DESCRIPTIONS =
      Path.of(
          "../runtime/src/main/resources/dev/callsheet/runtime/internal/platform/platforms.json");

  @Test
  void theClientKnowsEveryBundledPlatform() throws IOException {
    if (Boolean.getBoolean("golden.update")) {
      Files.writeString(DESCRIPTIONS, written());
    }
    assertThat(Files.readString(DESCRIPTIONS)).isEqualTo(written());
  }

  @Test
  void whatIsWrittenIsReadAgain() throws IOException {
    JsonNode known = JsonMapper.shared().readTree(DESCRIPTIONS);
    assertThat(protocols())
        .isNotEmpty()
        .allSatisfy(
            protocol -> {
              assertThat(PlatformProtocol.of(protocol.toJson())).isEqualTo(protocol);
              assertThat(PlatformProtocol.of(known.path(protocol.name()))).isEqualTo(protocol);
            });
  }

  /** One platform a line. */
  private static String written() {
    return protocols().stream()
        .map(protocol -> "\"" + protocol.name() + "\":" + protocol.toJson())
        .collect(Collectors.joining(",\n", "{\n", "\n}\n"));
  }

  private static List<PlatformProtocol> protocols() {
    return ModelCatalogue.bundled().platforms().stream()
        .map(Platform::protocol)
        .filter(Objects::nonNull)
        .toList();
  }
}
