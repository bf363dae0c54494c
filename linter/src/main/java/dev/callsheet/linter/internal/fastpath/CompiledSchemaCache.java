package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;

/** The compiled schemas of all known models, each compiled when it is first needed. */
final class CompiledSchemaCache {
  private final List<String> ids;
  private final Function<String, Optional<ModelSpec>> specs;
  private final Predicate<String> isSecretName;
  private final Utf8NameTable table;
  private final AtomicReferenceArray<CompiledSchema> schemas;

  /**
   * The model of the task before, which is the likely one of the next task. Threads may overwrite
   * each other's value: a wrong guess costs time only.
   */
  int lastUsed = -1;

  CompiledSchemaCache(
      List<String> ids,
      Function<String, Optional<ModelSpec>> specs,
      Predicate<String> isSecretName) {
    this.ids = List.copyOf(ids);
    this.specs = specs;
    this.isSecretName = isSecretName;
    this.table = new Utf8NameTable(ids);
    this.schemas = new AtomicReferenceArray<>(ids.size());
  }

  int size() {
    return ids.size();
  }

  /** The id of a model. */
  String id(int model) {
    return ids.get(model);
  }

  /** The index of the model that requests name so; -1 when there is none. */
  int find(StringToken id) {
    int model = table.find(id);
    return model < 0 || schema(model) == CompiledSchema.OF_NOTHING ? -1 : model;
  }

  CompiledSchema schema(int model) {
    CompiledSchema schema = schemas.get(model);
    if (schema == null) {
      schema =
          specs
              .apply(ids.get(model))
              .map(spec -> SchemaCompiler.compile(spec, isSecretName))
              .orElse(CompiledSchema.OF_NOTHING);
      schemas.set(model, schema);
    }
    return schema;
  }
}
