package dev.callsheet.importer.internal.shape;

import dev.callsheet.importer.finding.ImportFinding.Kind;
import dev.callsheet.importer.internal.finding.FindingCollector;
import dev.callsheet.importer.internal.schema.SchemaNode;
import dev.callsheet.spec.logic.ParameterPath;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Reports what the schema of an object says of members that are not described beside it. */
record UndescribedMembers(FindingCollector findings) {
  /** Reports that there may be some: the spec language has no such objects. */
  void reportOpen(SchemaNode schema, ParameterPath path) {
    if (!ObjectMembers.isClosedWithParts(schema)) {
      findings.add(
          Kind.APPROXIMATED,
          schema.location(),
          named(path) + " may have members that are not described; the spec allows none");
    }
  }

  /**
   * Reports what a schema says of members that another part of the object's schema describes.
   *
   * @param part the object's schema, or a part of it
   * @param members all that are described
   */
  void reportBound(SchemaNode part, ParameterPath path, ObjectMembers members) {
    for (String keyword : List.of(ObjectMembers.ADDITIONAL, ObjectMembers.UNEVALUATED)) {
      Set<String> bound = members.boundBy(part, keyword);
      if (!bound.isEmpty()) {
        findings.add(
            Kind.DAMAGED,
            part.get(keyword).orElse(part).location(),
            "`"
                + keyword
                + "` is about "
                + bound.stream().sorted().collect(Collectors.joining("`, `", "`", "`"))
                + " of "
                + named(path)
                + " as well, since they are not described beside it; the spec does not bind them");
      }
    }
  }

  private static String named(ParameterPath path) {
    return path.isRoot() ? "the task" : "`" + path + "`";
  }
}
