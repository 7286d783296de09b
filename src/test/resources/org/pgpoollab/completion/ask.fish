# As ask.bash, by fish's own completion.
source $argv[1]
while read --local line
    set --local words (string split \x1f -- $line)
    set --local typed pgpool-lab
    for word in $words
        set --append typed (string escape -- $word)
    end
    if test "$words[-1]" = ''
        set typed[-1] ''
    end
    set --local replies (complete --do-complete (string join ' ' -- $typed) | string replace --regex '\t.*' '')
    echo (string join \x1f -- $replies)
end
