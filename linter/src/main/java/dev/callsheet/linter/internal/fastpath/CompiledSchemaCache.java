package dev.callsheet.linter.internal.fastpath;

import dev.callsheet.spec.model.ModelSpec;
import java.util.List;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.function.Function;
import java.util.function.Predicate;

/** The automata of all known models, each made when it is first asked for. */
final class CompiledSchemaCache {
  private final List<String> ids;
  private final Function<String, ModelSpec> specs;
  private final Predicate<String> isSecretName;
  private final Utf8NameTable table;
  private final AtomicReferenceArray<CompiledSchema> schemas;

  /** The model that a task was last for: the next one's too, more often than not. */
  int lastUsed = -1;

  CompiledSchemaCache(
      List<String> ids, Function<String, ModelSpec> specs, Predicate<String> tellTale) {
    this.ids = List.copyOf(ids);
    this.specs = specs;
    this.isSecretName = tellTale;
    this.table = new Utf8NameTable(ids);
    this.schemas = new AtomicReferenceArray<>(ids.size());
  }

  int size() {
    return ids.size();
  }

  /** Which model has this id; -1 when none is known to. */
  int find(StringToken id) {
    return table.find(id);
  }

  CompiledSchema schema(int model) {
    CompiledSchema made = schemas.get(model);
    if (made == null) {
      made = SchemaCompiler.compile(specs.apply(ids.get(model)), isSecretName);
      schemas.set(model, made);
    }
    return made;
  }
}
