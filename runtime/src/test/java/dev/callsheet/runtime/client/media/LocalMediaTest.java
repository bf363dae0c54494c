package dev.callsheet.runtime.client.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.client.error.MediaException;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LocalMediaTest {
  private static final byte[] PNG = latin1("\u0089PNG\r\n\u001a\n, and then some");

  @TempDir Path directory;

  @Test
  void makesADataUriOfAFile() throws IOException {
    var file = Files.write(directory.resolve("whale.dat"), PNG);

    assertThat(Media.of(file).parameter())
        .isEqualTo("data:image/png;base64," + Base64.getEncoder().encodeToString(PNG));
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 12_287, 12_288, 12_289, 100_000})
  void encodesAnyNumberOfBytes(int count) throws IOException {
    var bytes = new byte[count];
    new Random(count).nextBytes(bytes);

    var media = Media.of(bytes);

    assertThat(media.parameter()).endsWith("," + Base64.getEncoder().encodeToString(bytes));
    assertThat(media.parameter()).hasSize((int) media.dataUriLength());
  }

  @Test
  void refersToWhatIsElsewhere() {
    var uuid = UUID.randomUUID();

    assertThat(Media.of(uuid).parameter()).isEqualTo(uuid.toString());
    assertThat(Media.of(URI.create("https://a.example/b.png")).parameter())
        .isEqualTo("https://a.example/b.png");
    assertThat(Media.of(URI.create("data:image/png;base64,AAAA")).parameter())
        .isEqualTo("data:image/png;base64,AAAA");
  }

  @ParameterizedTest
  @CsvSource({
    "'\u0089PNG',             IMAGE",
    "'....ftypisom',          VIDEO",
    "'....ftypqt  ',          VIDEO",
    "'....ftypavif',          IMAGE",
    "'....ftypM4A ',          AUDIO",
    "'RIFF....WEBP',          IMAGE",
    "'RIFF....WAVE',          AUDIO",
    "'RIFF....AVI ',          VIDEO",
    "'ID3.',                  AUDIO",
    "'\u00ff\u00fb.',         AUDIO",
    "'glTF',                  MODEL_3D"
  })
  void knowsMediaByTheirFirstBytes(String bytes, MediaKind kind) {
    assertThat(Media.of(latin1(bytes)).requireKind(kind).type().orElseThrow().kind())
        .isEqualTo(kind);
  }

  @Test
  void saysWhenItIsOfAnotherKind() throws IOException {
    var disguised = Files.write(directory.resolve("clip.mp4"), PNG);
    var text = Files.writeString(directory.resolve("notes.mp4"), "notes");

    assertThatThrownBy(() -> Media.of(disguised).requireKind(MediaKind.VIDEO))
        .isInstanceOf(MediaException.class)
        .hasMessage(disguised + " is an image (image/png), where a video is needed");
    assertThatThrownBy(() -> Media.of(text).requireKind(MediaKind.VIDEO))
        .hasMessageEndingWith("is in no known format, where a video is needed");
  }

  @Test
  void saysWhenItIsTooLarge() {
    assertThatThrownBy(() -> Media.of(new byte[1001]).requireMaxSize(1000))
        .isInstanceOf(MediaException.class)
        .hasMessage("The media has 1,001 bytes; at most 1,000 are allowed");
    assertThatThrownBy(() -> Media.of(new byte[11 << 20]).parameter())
        .isInstanceOf(MediaException.class)
        .hasMessageContaining("store it with client.media().upload()");
  }

  @Test
  void saysWhenThereIsNothing() throws IOException {
    var empty = Files.createFile(directory.resolve("empty.png"));

    assertThatThrownBy(() -> Media.of(directory.resolve("none.png")))
        .isInstanceOf(MediaException.class)
        .hasMessageEndingWith("none.png does not exist");
    assertThatThrownBy(() -> Media.of(directory)).hasMessageEndingWith("is not a file");
    assertThatThrownBy(() -> Media.of(empty)).hasMessageEndingWith("empty.png is empty");
    assertThatThrownBy(() -> Media.of(URI.create("file:///a.png")))
        .hasMessageContaining("give the file as a Path");
    assertThatThrownBy(() -> Media.of(URI.create("ftp://a.example/a.png")))
        .hasMessageContaining("begins with ftp:");
  }

  private static byte[] latin1(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
