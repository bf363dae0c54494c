package dev.callsheet.generator.java;

import static org.assertj.core.api.Assertions.assertThat;

import dev.callsheet.runtime.ModelResult;
import dev.callsheet.spec.catalogue.ModelCatalogue;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.parser.IncludeResolver;
import dev.callsheet.spec.parser.SpecException;
import dev.callsheet.spec.parser.SpecParser;
import java.net.URI;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.json.JsonMapper;

/** A generated result finds its media where the spec says that it is. */
class ResultMediaTest {
  private static final String TASK = "'taskUUID': '0d7c1f6e-6c2a-4f0f-9a57-3c1f5a3b9d10'";
  private static final String FILE = "6f1d1a06-5b5c-4f7e-8a3f-0c8e5d7b2a11";

  @TempDir private Path directory;

  @Test
  void inTheFilesOfA3dModelTheFirstThatHasAnAddress() throws Exception {
    ModelSpec model = ModelCatalogue.bundled().find("tencent:hunyuan-3d@3.1-pro").orElseThrow();
    Class<? extends ModelResult> type = compiled(model, "hunyuan3d31pro.Hunyuan3d31ProResult");

    ModelResult result =
        read(
            type, "'outputs': {'files': [{}, {'uuid': '" + FILE + "', 'url': 'https://a/b.glb'}]}");
    assertThat(result.mediaURL()).isEqualTo(URI.create("https://a/b.glb"));
    assertThat(result.mediaUUID()).isEqualTo(UUID.fromString(FILE));
    assertThat(result.mediaDataURI()).isNull();

    for (String nothing : new String[] {"'outputs': {'files': []}", "'outputs': {}", "'cost': 1"}) {
      assertThat(read(type, nothing).mediaURL()).as(nothing).isNull();
    }
  }

  @Test
  void inFieldsOfAnyName() throws Exception {
    Class<? extends ModelResult> type =
        compiled(
            spec(
                """
                  preview: {type: string, format: uri}
                  links: {type: array, items: {type: string, format: uri, media: 3d}}
                  text: {type: string, accepts: [base64], media: 3d}
                """),
            "acmeclay.AcmeClayResult");

    ModelResult result =
        read(
            type,
            "'preview': 'https://a/p', 'links': ['https://a/c', 'https://a/d'], 'text': 'QQ=='");
    assertThat(result.mediaURL()).isEqualTo(URI.create("https://a/c"));
    assertThat(result.mediaBase64Data()).isEqualTo("QQ==");
    assertThat(result.mediaUUID()).isNull();
  }

  @Test
  void nowhereIfTheSpecDoesNotSaySo() throws Exception {
    Class<? extends ModelResult> type =
        compiled(spec("  imageURL: {type: string, format: uri}\n"), "acmeclay.AcmeClayResult");
    assertThat(read(type, "'imageURL': 'https://a/b'").mediaURL()).isNull();
  }

  private Class<? extends ModelResult> compiled(ModelSpec spec, String name)
      throws ClassNotFoundException {
    return CompiledSources.of(directory, new JavaGenerator("com.acme").generate(spec))
        .type("com.acme." + name)
        .asSubclass(ModelResult.class);
  }

  private static ModelResult read(Class<? extends ModelResult> type, String members) {
    return new JsonMapper().readValue(("{" + TASK + "," + members + "}").replace('\'', '"'), type);
  }

  private static ModelSpec spec(String response) throws SpecException {
    return new SpecParser(IncludeResolver.NONE)
        .parse(
            "clay.yaml",
            "callsheet: 1\nmodel: {id: 'acme:clay@1', name: Acme Clay, status: live}\n"
                + "parameters: {model: {const: 'acme:clay@1'}}\nresponse:\n properties:\n"
                + response);
  }
}
