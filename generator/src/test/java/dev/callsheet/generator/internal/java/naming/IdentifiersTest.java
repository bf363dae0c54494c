package dev.callsheet.generator.internal.java.naming;

import static org.assertj.core.api.Assertions.assertThat;

import javax.lang.model.SourceVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdentifiersTest {
  @ParameterizedTest
  @CsvSource({
    "positivePrompt, positivePrompt",
    "taskUUID, taskUUID",
    "NSFWContent, nsfwContent",
    "URL, url",
    "cfg-scale, cfgScale",
    "cfg_scale, cfgScale",
    "class, class_",
    "3dModel, value3dModel",
    "a.b c, aBC",
    "true, true_",
    "_, value",
    "hashCode, hashCode_",
    "yield, yield_",
    "equals, equals_",
    "java, java_",
    "\u212Aey, key",
    "e\u0301, \u00E9",
    "\u0130stanbul, istanbul",
    "\uD800\uDC00b, b",
  })
  void namesMembers(String name, String expected) {
    assertThat(Identifiers.memberName(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "Kling VIDEO 3.0 Omni Pro, KlingVideo30OmniPro",
    "FLUX.1 [dev], Flux1Dev",
    "frameImage, FrameImage",
    "3D Gen, Model3dGen",
    "URL, Url",
    "***, Value",
  })
  void namesTypes(String name, String expected) {
    assertThat(Identifiers.typeName(name)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "first, FIRST",
    "0, FRAME_0",
    "-1, FRAME_MINUS_1",
    "16:9, FRAME_16X9",
    "3d, D3",
    "1080p (16:9), P1080_16X9",
    "1080p, P1080",
    "base64Data, BASE64_DATA",
    "***, FRAME_OTHER",
    "'', FRAME_EMPTY",
  })
  void namesConstants(String value, String expected) {
    assertThat(Identifiers.constantName(value, "Frame")).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*/",
        "\\u002a",
        "$L",
        "a\nb",
        "goto",
        "_",
        "record",
        "é",
        "可灵",
        "null",
        "-",
        "1",
        "x\u0000y",
        "\u200dz",
        "😀",
        "sealed",
        "yield",
        "var",
        "enum",
        "١٢"
      })
  void makesAnIdentifierOfAnything(String name) {
    assertThat(Identifiers.memberName(name)).matches(SourceVersion::isName);
    assertThat(Identifiers.typeName(name)).matches(SourceVersion::isName);
    assertThat(Identifiers.constantName(name, name)).matches(SourceVersion::isName);
    assertThat(Identifiers.packageName(name)).matches(SourceVersion::isName);
  }

  @Test
  void givesEveryNameOnlyOnce() {
    UniqueNames scope = new UniqueNames();
    assertThat(scope.allocate("Mode")).isEqualTo("Mode");
    assertThat(scope.allocate("MODE", "SafetyMode")).isEqualTo("SafetyMode");
    assertThat(scope.allocate("Mode")).isEqualTo("Mode2");
    assertThat(scope.allocate("Mode2")).isEqualTo("Mode2_2");
  }
}
