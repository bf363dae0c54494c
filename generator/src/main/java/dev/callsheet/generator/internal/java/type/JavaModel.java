package dev.callsheet.generator.internal.java.type;

import com.palantir.javapoet.ClassName;
import dev.callsheet.generator.internal.java.naming.Identifiers;
import dev.callsheet.generator.internal.java.type.JavaType.JdkType;
import dev.callsheet.generator.internal.java.type.JavaType.RecordType;
import dev.callsheet.spec.analysis.ModeProfile;
import dev.callsheet.spec.model.ModelSpec;
import dev.callsheet.spec.model.RequestIdentity;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A model as Java: its classes and everything that stands beside them in their package.
 *
 * @param entry the class where a user starts
 * @param prices null when no prices are published
 * @param declared the other types with files of their own
 * @param sizes null when the rules list no sizes
 * @param modes in the order of the spec
 */
public record JavaModel(
    ModelSpec spec,
    ClassName entry,
    ClassName checker,
    @Nullable ClassName prices,
    RecordType request,
    RecordType result,
    List<JavaType.Generated> declared,
    @Nullable SizeEnum sizes,
    List<ModeBuilderClass> modes) {

  /** Methods of a request that are not its parameters. */
  private static final Set<String> REQUEST_METHODS =
      Set.of("modelType", "jobId", "expectedResults", "check", "price");

  /** Methods of a result that are not its fields. */
  private static final Set<String> RESULT_METHODS =
      Set.of("mediaUUID", "mediaURL", "mediaBase64Data", "mediaDataURI");

  /** Names and types for a model whose package goes below {@code parentPackage}. */
  public static JavaModel of(ModelSpec spec, String parentPackage) {
    String name = spec.metadata().name();
    String called = Identifiers.typeName(name);
    TypeNameAllocator names =
        new TypeNameAllocator(parentPackage + "." + Identifiers.packageName(name));
    ClassName entry = names.allocate(called, called + "Model");
    ClassName requestName = names.allocate(called + "Request");
    ClassName checker = names.allocate(called + "Checker");
    @Nullable ClassName prices = spec.pricing() == null ? null : names.allocate(called + "Prices");
    ClassName resultName = names.allocate(called + "Result");
    Map<List<Integer>, String> sizes = SizeEnum.labelsBySize(spec);
    Optional<ClassName> sizeName =
        sizes.isEmpty() ? Optional.empty() : Optional.of(names.allocate("Size", called + "Size"));
    TypeMapper inRequest = TypeMapper.forRequest(names);
    RecordType request =
        withIdentityProperty(
            inRequest.recordType(
                requestName, spec.metadata().description(), spec.request(), REQUEST_METHODS),
            spec.metadata().identity());
    TypeMapper inResult = TypeMapper.forResponse(names);
    RecordType result = inResult.recordType(resultName, "", spec.response(), RESULT_METHODS);
    List<JavaType.Generated> declared = new ArrayList<>(inRequest.declared());
    declared.addAll(inResult.declared());
    return new JavaModel(
        spec,
        entry,
        checker,
        prices,
        request,
        result,
        List.copyOf(declared),
        sizeName.flatMap(size -> sizes(spec, size, request, sizes)).orElse(null),
        ModeProfile.of(spec).stream().map(mode -> modeClass(mode, called, names)).toList());
  }

  private static ModeBuilderClass modeClass(
      ModeProfile profile, String model, TypeNameAllocator names) {
    String simple = Identifiers.typeName(profile.mode().name());
    return new ModeBuilderClass(profile, names.allocate(simple, model + simple));
  }

  /** The simple names of all types in the package. */
  public Set<String> typeNames() {
    Set<String> names = new HashSet<>();
    for (ClassName main : List.of(entry, checker, request.name(), result.name())) {
      names.add(main.simpleName());
    }
    if (prices != null) {
      names.add(prices.simpleName());
    }
    if (sizes != null) {
      names.add(sizes.name().simpleName());
    }
    declared.forEach(type -> names.add(type.name().simpleName()));
    modes.forEach(mode -> names.add(mode.name().simpleName()));
    return names;
  }

  /** Whether the request's builder takes a size as a whole, since no parameter is called so. */
  public boolean hasSizeSetter() {
    return sizes != null
        && request.members().stream().noneMatch(property -> property.name().equals("size"));
  }

  /** The package that all of it is in. */
  public String packageName() {
    return entry.packageName();
  }

  private static Optional<SizeEnum> sizes(
      ModelSpec spec, ClassName name, RecordType request, Map<List<Integer>, String> rows) {
    Optional<RecordProperty> width = request.property("width").filter(JavaModel::isInt);
    Optional<RecordProperty> height = request.property("height").filter(JavaModel::isInt);
    return width.isEmpty() || height.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new SizeEnum(
                name,
                width.get(),
                height.get(),
                SizeEnum.constantsFor(rows),
                SizeEnum.coversAllSizes(spec)));
  }

  private static boolean isInt(RecordProperty property) {
    return property.type().equals(new JdkType(Integer.class));
  }

  /** The property that names the job, where requests to the platform have one. */
  private static RecordType withIdentityProperty(RecordType request, RequestIdentity identity) {
    String id = identity.id();
    return id == null
        ? request
        : new RecordType(
            request.name(),
            request.description(),
            request.members(),
            request
                .property(id)
                .filter(property -> property.type().equals(new JdkType(UUID.class)))
                .orElseThrow(),
            true);
  }
}
