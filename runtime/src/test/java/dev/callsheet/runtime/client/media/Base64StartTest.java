package dev.callsheet.runtime.client.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.MediaKind;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class Base64StartTest {
  @ParameterizedTest
  @EnumSource(MediaType.class)
  void knowsEveryFormatByItsSignatureAndNoOtherBytes(MediaType type) {
    Random random = new Random(1);
    for (String signature : type.signatures().toList()) {
      byte[] file = new byte[40];
      random.nextBytes(file);
      byte[] bytes = signature.getBytes(StandardCharsets.ISO_8859_1);
      System.arraycopy(bytes, 0, file, type.offset(), bytes.length);
      String text = "," + Base64.getEncoder().encodeToString(file);
      for (MediaKind kind : MediaKind.values()) {
        boolean expected =
            Arrays.stream(MediaType.values())
                .filter(each -> each.canHold(kind))
                .anyMatch(each -> each.signatures().anyMatch(s -> begins(file, each, s)));
        assertThat(Base64Start.isOf(kind, text, 1)).as("%s as %s", type, kind).isEqualTo(expected);
        assertThat(Pattern.compile("^," + Base64Start.regex(kind)).matcher(text).find())
            .isEqualTo(expected);
      }
    }
  }

  private static boolean begins(byte[] file, MediaType type, String signature) {
    return new String(file, StandardCharsets.ISO_8859_1).startsWith(signature, type.offset());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "iVBO", "harbour", "shots/fox", "0b6c1a528a394c469a0e5d0f3c7be1a4"})
  void takesNoWordOrPathForAnImage(String text) {
    assertThat(Base64Start.isOf(MediaKind.IMAGE, text, 0)).isFalse();
  }

  @Test
  void aContainerCanHoldSoundAlone() {
    assertThat(Base64Start.isOf(MediaKind.AUDIO, "AAAAIGZ0eXBpc29t", 0)).isTrue();
    assertThat(Base64Start.isOf(MediaKind.IMAGE, "AAAAIGZ0eXBpc29t", 0)).isFalse();
  }
}
