String log = new File(basedir, 'build.log').text
File spec = new File(basedir, 'src/main/callsheet/inkwell-flipbook.yaml')

// Both mistakes are named in one run, each at its place.
assert log.contains("[ERROR] ${spec}:[16,5] ")
assert log.contains('minLenght')
assert log.contains("[ERROR] ${spec}:[23,11] ")
assert log.contains('handmade')
assert !log.contains('\tat ')
assert !new File(basedir, 'target/generated-sources/callsheet').exists()
