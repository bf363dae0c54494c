package dev.callsheet.benchmarks.checker;

import com.acme.models.klingvideo30omnipro.KlingVideo30OmniProRequest;
import dev.callsheet.benchmarks.checker.beans.VideoTaskBean;
import dev.callsheet.benchmarks.corpus.CorpusRequest;
import dev.callsheet.benchmarks.corpus.RequestCorpus;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.MapperFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A request as everyone has it before judging it.
 *
 * @param generated an object of the generated class
 * @param bean an object of a class for Bean Validation
 * @param tree parsed JSON
 * @param valid whether nothing is wrong with it
 */
public record TypedRequest(
    KlingVideo30OmniProRequest generated, VideoTaskBean bean, JsonNode tree, boolean valid) {
  private static final JsonMapper STRICT =
      JsonMapper.builder()
          .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .build();

  /** Those of the first model that Java's types can say. */
  public static List<TypedRequest> read(Path root) {
    List<TypedRequest> typed = new ArrayList<>();
    for (CorpusRequest sample : RequestCorpus.read(root)) {
      if (RequestCorpus.isForFirstModel(sample)) {
        try {
          typed.add(of(sample));
        } catch (JacksonException unspeakable) {
          // the compiler, or the reader, has refused it already
        }
      }
    }
    return typed;
  }

  private static TypedRequest of(CorpusRequest sample) {
    JsonNode tree = STRICT.readTree(sample.content());
    return new TypedRequest(
        STRICT.treeToValue(tree, KlingVideo30OmniProRequest.class),
        STRICT.treeToValue(tree, VideoTaskBean.class),
        tree,
        sample.valid());
  }
}
