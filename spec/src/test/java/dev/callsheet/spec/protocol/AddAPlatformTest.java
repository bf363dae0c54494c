package dev.callsheet.spec.protocol;

import static dev.callsheet.spec.protocol.PlatformClients.LONG;
import static dev.callsheet.spec.protocol.PlatformClients.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.client.error.SafetyException;
import dev.callsheet.runtime.client.error.ValidationException;
import dev.callsheet.runtime.protocol.PlatformProtocol;
import dev.callsheet.spec.parser.PlatformParser;
import dev.callsheet.spec.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The platform that docs/add-a-platform.md invents, by the file that it shows. */
class AddAPlatformTest {
  private static final Path PAGE = Path.of("../docs/add-a-platform.md");

  @TempDir Path folder;

  /** What the page says of Easel, in words. */
  private static final class Easel extends PlatformServer {
    private final AtomicInteger polls = new AtomicInteger();
    volatile boolean tears;

    Easel() throws IOException {}

    @Override
    @Nullable Answer answer(Call call) {
      if (!call.header("X-Easel-Token").equals(PlatformClients.KEY)) {
        return Answer.json(401, "{}");
      }
      if (call.line().equals("POST /v2/models/oil/large/paintings")) {
        return call.body().at("/wishes/subject").isString()
                && call.body().path("from").asString().equals("callsheet")
            ? Answer.json(202, "{'ticket':'t/1'}")
            : Answer.json(
                422, "{'complaints':[{'kind':'vague','text':'No subject','about':'subject'}]}");
      }
      if (polls.getAndIncrement() < 2) {
        return Answer.json(202, "{'dry':50}");
      }
      return tears ? Answer.json(422, "{'torn_because':'The easel fell'}") : picture();
    }
  }

  private static PlatformProtocol protocol() throws Exception {
    var yaml = Pattern.compile("```yaml\n(.*?)```", Pattern.DOTALL).matcher(Files.readString(PAGE));
    assertThat(yaml.find()).isTrue();
    var platform = PlatformParser.parse("easel", new SourceText("easel.yaml", yaml.group(1)));
    return PlatformClients.impatient(Objects.requireNonNull(platform.orElseThrow().protocol()));
  }

  @Test
  void aRequestRunsByTheFileAlone() throws Exception {
    try (var easel = new Easel();
        var client = PlatformClients.builder(protocol(), easel.uri("/v2"), folder).build()) {
      var delivery =
          client
              .submit(request("easel", "oil/large", "{'subject':'a lighthouse'}"))
              .await(LONG)
              .get(0);

      assertThat(delivery.json().path("canvas").asString()).startsWith("data:image/png;base64,");
      assertThat(delivery.download(folder.resolve("out")))
          .hasBinaryContent(PlatformServer.pictureBytes())
          .hasExtension("png");
      assertThat(easel.calls("GET /v2/paintings/t/1")).as("its slash is escaped").hasSize(3);
    }
  }

  @Test
  void refusalsAndFailuresAreReadAsTheFileSays() throws Exception {
    try (var easel = new Easel();
        var client = PlatformClients.builder(protocol(), easel.uri("/v2"), folder).build()) {
      assertThatThrownBy(() -> client.submit(request("easel", "oil/large", "{}")).await(LONG))
          .isInstanceOf(ValidationException.class)
          .hasMessageContaining("No subject")
          .hasMessageContaining("parameter subject");
      easel.tears = true;
      assertThatThrownBy(
              () ->
                  client
                      .submit(request("easel", "oil/large", "{'subject':'a lighthouse'}"))
                      .await(LONG))
          .isNotInstanceOf(SafetyException.class)
          .hasMessageContaining("The easel fell");
    }
  }
}
