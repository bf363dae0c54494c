String log = new File(basedir, 'build.log').text
File spec = new File(basedir, 'src/main/callsheet/inkwell-flipbook.yaml')
String flaw = "${spec}:[8,3] No valid request can provide 'drawing':" +
    " the rules 'drawing-needs-paper' and 'paper-or-drawing' together exclude it. [dead-parameter]"

// Both goals name the flaw, in a quiet build as well, and the rules that bring it about, each at its place.
assert log.count("[ERROR] ${flaw}") == 3
assert log.count("[ERROR]   ${spec}:[11,9] 'drawing-needs-paper'") == 3
assert log.contains('Not every spec is sound (1 spec: 1 error, 0 warnings, 0 notes)')
assert log.contains('No sources are generated from specs that contradict themselves')
assert !log.contains('\tat ')
assert new File(basedir, 'target/callsheet-check.sarif').exists()
assert !new File(basedir, 'target/generated-sources/callsheet').exists()

// The help has every setting with its sentence, and the property to set it by.
assert log.contains('callsheet:lint')
assert log =~ /(?s)maxFindings\s+How many findings are shown at most.*User property: callsheet\.maxFindings/
