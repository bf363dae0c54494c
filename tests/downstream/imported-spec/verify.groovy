String log = new File(basedir, 'build.log').text
File spec = new File(basedir, 'src/main/callsheet/inkwell-still.yaml')
String change = 'breaking: `steps` may have fewer values. `steps` is 41; it must be at most 40'

// The drift is told once, with a request that shows it, and fails the first build alone.
assert log.count('What is published has changed since these specs were made') == 1
assert log =~ /(?m)^\[ERROR\] inkwell-still.*${java.util.regex.Pattern.quote(change)}/

// The import puts it into the spec, and keeps what the author made of it.
assert log.contains("Updated ${spec}.")
assert spec.text.contains('maximum: 40')
assert spec.text.contains('Inkwell Still Life')
assert new File(basedir, 'src/main/callsheet/inkwell-still.imported').text.contains('maximum: 40')

// The goal diff tells what breaks since the revision of git.
assert log.contains('Something breaks for callers since HEAD.')
assert new File(basedir, 'target/callsheet-diff.md').text.contains('steps')
assert !log.contains('\tat ')
