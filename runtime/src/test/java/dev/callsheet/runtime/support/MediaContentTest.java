package dev.callsheet.runtime.support;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.JsonPointer;
import dev.callsheet.runtime.MediaKind;
import dev.callsheet.runtime.Problem;
import dev.callsheet.runtime.Requirement;
import dev.callsheet.runtime.TextFormat;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MediaContentTest {
  private static final Requirement AN_IMAGE =
      Requirement.format(
          MediaKind.IMAGE, TextFormat.UUID, TextFormat.URL, TextFormat.DATA_URI, TextFormat.BASE64);

  @Test
  void bytesOfAnotherKindAreNamedByTheirBeginning() {
    assertThat(found(base64("\0\0\0\30ftypisom\0\0\0\0 and more"))).isEqualTo("video/mp4");
    assertThat(found("data:image/png;base64," + base64("ID3 is a song of some length")))
        .isEqualTo("audio/mpeg");
  }

  @Test
  void aDataUriThatSaysAnotherKindIsNamedByThat() {
    assertThat(found("data:application/pdf;base64," + base64("\u0089PNG and more than that")))
        .isEqualTo("application/pdf");
    assertThat(found("data:" + "x".repeat(500) + "/y;base64,AAAA")).isNull();
  }

  @Test
  void ofPathsAndWordsNothingIsSaid() {
    for (String text : new String[] {"", "abcde", "shots/fox", "/home/ada/fox", "a fox\n", "é"}) {
      assertThat(found(text)).as(text).isNull();
    }
  }

  @Test
  void nothingIsSaid_whereMediaOfNoKindIsWanted() {
    String video = base64("\0\0\0\30ftypisom\0\0\0\0 and more");
    assertThat(MediaContent.found(video, Requirement.format(TextFormat.BASE64))).isNull();
    assertThat(MediaContent.found(video, Requirement.format(MediaKind.IMAGE, TextFormat.URL)))
        .isNull();
    assertThat(MediaContent.found(video, Requirement.matching("^a"))).isNull();
  }

  @Test
  void theMessageNamesTheKindThatIsWanted_andWhatIsThere() {
    String video = "data:video/mp4;base64,AAAA";
    assertThat(
            new Problem.WrongValue(video, AN_IMAGE, null, found(video))
                .message(JsonPointer.parse("/inputs/seedImage")))
        .isEqualTo(
            "`inputs.seedImage` is \"data:video/mp4;base64,AAAA\"; it must be a UUID, a URL, a data"
                + " URI or Base64 of an image, and this is video/mp4");
    assertThat(
            new Problem.WrongValue("fox", AN_IMAGE, null, found("fox"))
                .message(JsonPointer.parse("/inputs/seedImage")))
        .endsWith("Base64 of an image");
  }

  private static @Nullable String found(String text) {
    return MediaContent.found(text, AN_IMAGE);
  }

  private static String base64(String latin1) {
    return Base64.getEncoder().encodeToString(latin1.getBytes(StandardCharsets.ISO_8859_1));
  }
}
