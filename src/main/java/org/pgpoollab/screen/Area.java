package org.pgpoollab.screen;

/** A rectangle of the screen. Its top left corner is counted from 0, and it may be empty. */
public record Area(int column, int row, int columns, int rows) {

    static final Area NOWHERE = new Area(0, 0, 0, 0);

    public boolean isEmpty() {
        return columns <= 0 || rows <= 0;
    }

    public boolean contains(int atColumn, int atRow) {
        return atColumn >= column && atColumn < column + columns && atRow >= row && atRow < row + rows;
    }
}
